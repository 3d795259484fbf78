package suluh.exports.x;

import java.util.Optional;
import java.util.Set;

/** Sections that are known and hold nothing that an observation says; each is told as skipped. */
final class SectionsAside {
    private static final Set<String> ADVERTISING = Set.of(
            "ad-engagements",
            "ad-free-article-visits",
            "ad-impressions",
            "ad-mobile-conversions-attributed",
            "ad-mobile-conversions-unattributed",
            "ad-online-conversions-attributed",
            "ad-online-conversions-unattributed",
            "personalization",
            "shop-module",
            "shopify-account",
            "smartblock");

    private static final Set<String> SETTINGS = Set.of(
            "account-label",
            "account-timezone",
            "app",
            "audio-video-calls-in-dm",
            "branch-links",
            "catalog-item",
            "commerce-catalog",
            "community-note",
            "community-note-batsignal",
            "community-note-rating",
            "community-note-tombstone",
            "connected-application",
            "expanded-profile",
            "grok-chat-item",
            "key-registry",
            "lists-created",
            "lists-member",
            "lists-subscribed",
            "moment",
            "periscope-account-information",
            "periscope-ban-information",
            "periscope-broadcast-metadata",
            "periscope-comments-made-by-user",
            "periscope-expired-broadcasts",
            "periscope-followers",
            "periscope-profile-description",
            "product-drop",
            "product-set",
            "professional-data",
            "protected-history",
            "reply-prompt",
            "saved-search",
            "sso",
            "spaces-metadata",
            "sub-notification",
            "tweetdeck",
            "twitter-article",
            "twitter-article-metadata",
            "twitter-circle",
            "twitter-circle-member",
            "twitter-circle-tweet",
            "twitter-shop",
            "user-link-clicks",
            "verified",
            "verified-organization");

    private static final Set<String> HEADERS =
            Set.of("tweet-headers", "deleted-tweet-headers", "community-tweet-headers", "deleted-note-tweet");

    private SectionsAside() {}

    /** Why the section is skipped; empty when it is not one of these. */
    static Optional<String> reason(String section) {
        if (ADVERTISING.contains(section)) {
            return Optional.of("advertising shown to the holder; no observation says that");
        }
        if (SETTINGS.contains(section)) {
            return Optional.of("settings, lists or other services; no observation says that");
        }
        if (section.equals("contact")) {
            return Optional.of("the holder's address book; its entries are no accounts");
        }
        return HEADERS.contains(section)
                ? Optional.of("ids and times only; the posts stand in their own section")
                : Optional.empty();
    }
}
