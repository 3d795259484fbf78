package suluh.core.identity;

import java.util.List;

/**
 * Accounts held to be one actor; at least two.
 *
 * @param id {@code actor-} and a number from 1, in the order of the first account's key
 * @param accounts keys in text order
 * @param links the links that joined them, in their order
 */
public record Actor(String id, List<String> accounts, List<AccountLink> links) {
    public Actor {
        accounts = List.copyOf(accounts);
        links = List.copyOf(links);
        if (accounts.size() < 2) {
            throw new IllegalArgumentException("an actor joins at least two accounts");
        }
    }
}
