window.YTD.deleted_tweets.part0 = [
  {
    "tweet": {
      "id_str": "1785595010872246273",
      "id": "1785595010872246273",
      "created_at": "Wed May 01 09:00:00 +0000 2024",
      "full_text": "taken back",
      "deleted_at": "Wed May 01 10:00:00 +0000 2024",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      }
    }
  }
]