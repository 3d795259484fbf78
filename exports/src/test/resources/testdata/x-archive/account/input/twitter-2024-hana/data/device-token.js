window.YTD.device_token.part0 = [
  {
    "deviceToken": {
      "clientApplicationId": "258901",
      "token": "EXAMPLEtoken0001",
      "createdAt": "2024-01-01T00:00:00.000Z",
      "lastSeenAt": "2024-05-02T09:30:00.000Z",
      "clientApplicationName": "Twitter for Android"
    }
  }
]