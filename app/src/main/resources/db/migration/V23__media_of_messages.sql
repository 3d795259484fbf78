-- The reader of a conversation shows what came with each message: by the record of the message.
CREATE INDEX media_file_message ON media_file (case_id, message_item, message_offset) WHERE message_item IS NOT NULL;
