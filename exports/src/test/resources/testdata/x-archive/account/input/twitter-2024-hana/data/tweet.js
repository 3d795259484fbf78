window.YTD.tweet.part0 = [
  {
    "id_str": "1050118620312502273",
    "id": "1050118620312502273",
    "created_at": "Wed Oct 10 20:19:24 +0000 2018",
    "full_text": "older, without a wrapper",
    "entities": {
      "hashtags": [],
      "symbols": [],
      "user_mentions": [],
      "urls": []
    },
    "lang": "en"
  }
]