/** Reader of the JSON that the program DiscordChatExporter writes: all messages of one channel. */
@NullMarked
package suluh.exports.discordexport;

import org.jspecify.annotations.NullMarked;
