window.YTD.following.part0 = [
  {
    "following": {
      "accountId": "1180000000000000003",
      "userLink": "https://twitter.com/intent/user?user_id=1180000000000000003"
    }
  }
]