package suluh.exports.synth;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import suluh.exports.synth.Conversation.Excerpt;
import suluh.exports.synth.Conversation.Shape;
import suluh.exports.synth.JsonText.Escaping;

/** Writes the JSON archive that a Facebook-like platform gives to an account's holder. */
final class FacebookWriter {
    /** The platform starts a new part of a thread after this many messages. */
    static final int MESSAGES_PER_PART = 10_000;

    private static final String ACTIVITY = "your_activity_across_facebook/";
    private static final String PROFILE = "personal_information/profile_information/profile_information.json";
    private static final int REACTIONS_PERMILLE = 40;

    private static final String ALBUM = ACTIVITY + "posts/album/0.json";
    private static final String PICTURE = ACTIVITY + "posts/media/Profilepictures/picture.png";

    private final Narrator narrator;
    private final GroupProfile group;
    private final Outsiders outsiders;
    private final Tally tally;

    /** @param outsiders who of them has a profile picture */
    FacebookWriter(Narrator narrator, GroupProfile group, Outsiders outsiders, Tally tally) {
        this.narrator = narrator;
        this.group = group;
        this.outsiders = outsiders;
        this.tally = tally;
    }

    /** Path of a part of a thread inside an export. */
    static String threadPath(String thread, int part) {
        return ACTIVITY + "messages/inbox/" + thread + "/message_" + part + ".json";
    }

    void write(Export.FacebookAccount export, OutputFolder output) throws IOException {
        if (!export.zipped()) {
            writeFiles(export, path -> {
                tally.fileWritten();
                return output.create(export.pathOf(path));
            });
            return;
        }
        try (ZipFolder zip = new ZipFolder(output.create(export.path()))) {
            writeFiles(export, zip);
        }
        tally.fileWritten();
    }

    private void writeFiles(Export.FacebookAccount export, OutputFolder files) throws IOException {
        writeProfile(export.owner(), files);
        Optional<ProfilePicture> picture = outsiders.pictureOf(export.owner());
        if (picture.isPresent()) {
            writePicture(picture.get(), export.owner(), files);
        }
        if (export.owner().role() == Persona.Role.OUTSIDER) {
            return;
        }
        writeMemberships(files);
        writePosts(export, files);
        for (Excerpt thread : export.threads()) {
            writeThread(export, thread, files);
        }
    }

    private void writeProfile(Persona owner, OutputFolder files) throws IOException {
        String name = owner.facebookName();
        int space = name.indexOf(' ');
        try (JsonText json = new JsonText(files.create(PROFILE), Escaping.META)) {
            json.raw("{\n  \"profile_v2\": {\n    \"name\": {\n      \"full_name\": ")
                    .string(name);
            json.raw(",\n      \"first_name\": ").string(name.substring(0, space));
            json.raw(",\n      \"middle_name\": \"\",\n      \"last_name\": ").string(name.substring(space + 1));
            json.raw("\n    },\n    \"emails\": {\n      \"emails\": [\n        ")
                    .string(owner.email());
            json.raw("\n      ],\n      \"previous_emails\": [],\n      \"pending_emails\": [],\n")
                    .raw("      \"ad_account_emails\": []\n    },\n")
                    .raw(
                            "    \"phone_numbers\": [\n      {\n        \"phone_type\": \"Mobile\",\n        \"phone_number\": ");
            json.string(owner.phone()).raw(",\n        \"verified\": true\n      }\n    ],\n    \"username\": ");
            json.string(owner.username()).raw(",\n    \"registration_timestamp\": ");
            json.number(GroupProfile.FIRST_MILLIS / 1000 - 86_400L * (1 + owner.telegramId() % 900));
            json.raw(",\n    \"profile_uri\": ").string(owner.profileUri()).raw("\n  }\n}\n");
        }
    }

    /** The album of profile pictures with one picture, and its file. */
    private static void writePicture(ProfilePicture picture, Persona owner, OutputFolder files) throws IOException {
        try (JsonText json = new JsonText(files.create(ALBUM), Escaping.META)) {
            json.raw("{\n  \"name\": \"Profile pictures\",\n  \"photos\": [\n    {\n      \"uri\": ")
                    .string(PICTURE);
            json.raw(",\n      \"creation_timestamp\": ");
            json.number(GroupProfile.FIRST_MILLIS / 1000 + 86_400L * (owner.telegramId() % 900));
            json.raw("\n    }\n  ],\n  \"description\": \"\"\n}\n");
        }
        try (OutputStream out = files.create(PICTURE)) {
            out.write(picture.png());
        }
    }

    private void writeMemberships(OutputFolder files) throws IOException {
        try (JsonText json =
                new JsonText(files.create(ACTIVITY + "groups/your_group_membership_activity.json"), Escaping.META)) {
            json.raw("{\n  \"groups_joined_v2\": [\n    {\n      \"timestamp\": ");
            json.number(GroupProfile.FIRST_MILLIS / 1000);
            json.raw(",\n      \"data\": [\n        {\n          \"name\": ").string(group.name());
            json.raw("\n        }\n      ],\n      \"title\": ");
            json.string("You became a member of " + group.name() + ".").raw("\n    }\n  ]\n}\n");
        }
    }

    /** Newest first, as the platform does. */
    private void writePosts(Export.FacebookAccount export, OutputFolder files) throws IOException {
        String path = ACTIVITY + "groups/group_posts_and_comments.json";
        try (JsonText json = new JsonText(files.create(path), Escaping.META)) {
            json.raw("{\n  \"group_posts_v2\": [");
            for (int post = export.posts() - 1; post >= 0; post--) {
                json.raw("\n    {\n      \"timestamp\": ").number(group.postSeconds(post, export.posts()));
                json.raw(",\n      \"data\": [\n        {\n          \"post\": ")
                        .string(postText(export, post));
                json.raw("\n        }\n      ],\n      \"title\": ");
                json.string(export.owner().facebookName() + " posted in " + group.name() + ".");
                json.raw(post == 0 ? "\n    }" : "\n    },");
            }
            json.raw("\n  ]\n}\n");
        }
        tally.count("facebook-group-posts", export.pathOf(path), export.posts());
    }

    private String postText(Export.FacebookAccount export, int post) {
        Persona owner = export.owner();
        if (post == 0 && owner.id().equals(group.creator().id())) {
            return group.welcome();
        }
        return narrator.post(owner, Conversation.Language.inTurn(post), Draw.at(owner.telegramId(), post));
    }

    private void writeThread(Export.FacebookAccount export, Excerpt thread, OutputFolder files) throws IOException {
        int part = 1;
        int newest = thread.to();
        while (newest > thread.from()) {
            int oldest = Math.max(thread.from(), newest - MESSAGES_PER_PART);
            String path = threadPath(thread.conversation().thread(), part++);
            try (JsonText json = new JsonText(files.create(path), Escaping.META)) {
                writePart(json, export.owner(), thread.conversation(), oldest, newest);
            }
            tally.count("messenger-json", export.pathOf(path), newest - oldest);
            newest = oldest;
        }
    }

    private void writePart(JsonText json, Persona owner, Conversation conversation, int from, int to)
            throws IOException {
        writeParticipants(json, owner, conversation);
        json.raw(",\n  \"messages\": [");
        for (int index = to - 1; index >= from; index--) {
            json.raw("\n    {\n");
            writeMessage(json, conversation, narrator.line(conversation, index));
            json.raw(index == from ? "    }" : "    },");
        }
        json.raw("\n  ],\n  \"title\": ").string(conversation.title());
        json.raw(",\n  \"is_still_participant\": true,\n  \"thread_path\": ").string("inbox/" + conversation.thread());
        json.raw(",\n  \"magic_words\": []\n}\n");
    }

    private void writeParticipants(JsonText json, Persona owner, Conversation conversation) throws IOException {
        json.raw("{\n  \"participants\": [");
        if (conversation.shape() == Shape.DIRECT) {
            writeName(json, conversation.peerOf(owner).facebookName()).raw(",");
            writeName(json, owner.facebookName());
        } else {
            String comma = "";
            for (Persona member : conversation.crowd().pool()) {
                writeName(json.raw(comma), member.facebookName());
                comma = ",";
            }
        }
        json.raw("\n  ]");
    }

    private static JsonText writeName(JsonText json, String name) throws IOException {
        return json.raw("\n    {\n      \"name\": ").string(name).raw("\n    }");
    }

    private static void writeMessage(JsonText json, Conversation conversation, Line line) throws IOException {
        String sender = line.sender().facebookName();
        json.raw("      \"sender_name\": ").string(sender);
        json.raw(",\n      \"timestamp_ms\": ").number(line.timeMillis());
        switch (line.kind()) {
            case TEXT -> writeContent(json, line.text(), "Generic");
            case PHOTO -> writePhoto(json, conversation, line);
            case CALL -> {
                writeContent(json, sender + " called you.", "Call");
                json.raw(",\n      \"call_duration\": ").number(Draw.below(line.bits(), 900));
            }
            case NOTICE, CREATED -> writeContent(json, sender + " created the group.", "Generic");
            case ADDED -> {
                String added = line.object() == null ? sender : line.object().facebookName();
                writeContent(json, sender + " added " + added + " to the group.", "Subscribe");
                writeUsers(json, added);
            }
            case JOINED_BY_LINK -> {
                writeContent(json, sender + " joined the group.", "Subscribe");
                writeUsers(json, sender);
            }
            case LEFT -> {
                writeContent(json, sender + " left the group.", "Unsubscribe");
                writeUsers(json, sender);
            }
        }
        if (line.happens(1, REACTIONS_PERMILLE)) {
            Persona actor = conversation.crowd().ordinary(Draw.at(line.bits(), 50));
            json.raw(",\n      \"reactions\": [\n        {\n          \"reaction\": ")
                    .string("\u2764");
            json.raw(",\n          \"actor\": ").string(actor.facebookName()).raw("\n        }\n      ]");
        }
        json.raw(",\n      \"is_geoblocked_for_viewer\": false\n");
    }

    private static void writeContent(JsonText json, String content, String type) throws IOException {
        json.raw(",\n      \"content\": ").string(content);
        json.raw(",\n      \"type\": ").string(type);
    }

    private static void writeUsers(JsonText json, String name) throws IOException {
        json.raw(",\n      \"users\": [\n        {\n          \"name\": ")
                .string(name)
                .raw("\n        }\n      ]");
    }

    private static void writePhoto(JsonText json, Conversation conversation, Line line) throws IOException {
        String photo = ACTIVITY + "messages/inbox/" + conversation.thread() + "/photos/" + (line.bits() >>> 1) + ".jpg";
        json.raw(",\n      \"type\": \"Generic\",\n      \"photos\": [\n        {\n          \"uri\": ")
                .string(photo);
        json.raw(",\n          \"creation_timestamp\": ").number(line.timeMillis() / 1000);
        json.raw("\n        }\n      ]");
    }
}
