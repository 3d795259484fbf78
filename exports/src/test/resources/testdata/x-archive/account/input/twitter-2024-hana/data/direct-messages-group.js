window.YTD.direct_messages_group.part0 = [
  {
    "dmConversation": {
      "conversationId": "1240000000000000007",
      "messages": [
        {
          "joinConversation": {
            "initiatingUserId": "1180000000000000002",
            "participantsSnapshot": [
              "1180000000000000001",
              "1180000000000000002"
            ],
            "createdAt": "2024-04-02T11:00:00.000Z"
          }
        },
        {
          "participantsJoin": {
            "userIds": [
              "1180000000000000003"
            ],
            "initiatingUserId": "1180000000000000002",
            "createdAt": "2024-04-02T11:00:00.000Z"
          }
        },
        {
          "conversationNameUpdate": {
            "name": "Kite club",
            "initiatingUserId": "1180000000000000002",
            "createdAt": "2024-04-02T11:00:00.000Z"
          }
        },
        {
          "messageCreate": {
            "reactions": [],
            "urls": [],
            "text": "welcome",
            "mediaUrls": [],
            "senderId": "1180000000000000002",
            "id": "1775115961758646273",
            "createdAt": "2024-04-02T11:00:00.000Z"
          }
        },
        {
          "participantsLeave": {
            "userIds": [
              "1180000000000000003"
            ],
            "createdAt": "2024-04-02T11:00:00.000Z"
          }
        }
      ]
    }
  }
]