window.YTD.follower.part0 = [
  {
    "follower": {
      "accountId": "1180000000000000002",
      "userLink": "https://twitter.com/intent/user?user_id=1180000000000000002"
    }
  }
]