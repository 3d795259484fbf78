window.YTD.direct_message_headers.part0 = [
  {
    "dmConversation": {
      "conversationId": "1180000000000000001-1180000000000000002",
      "messages": [
        {
          "messageCreate": {
            "id": "1774738474398646273",
            "senderId": "1180000000000000001",
            "recipientId": "1180000000000000002",
            "createdAt": "2024-04-01T10:00:00.000Z"
          }
        }
      ]
    }
  }
]