window.YTD.like.part0 = [
  {
    "like": {
      "tweetId": "1180000000000000777",
      "fullText": "Kite day on Sunday",
      "expandedUrl": "https://twitter.com/i/web/status/1180000000000000777"
    }
  }
]