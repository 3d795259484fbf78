package suluh.app.host;

/** Marks failures whose message is a whole sentence for the person at the door: what was found, where, what to do. */
public interface ToldInOneSentence {}
