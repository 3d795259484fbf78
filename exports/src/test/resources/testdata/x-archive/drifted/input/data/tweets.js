window.YTD.tweets.part0 = [
  {
    "tweet": {
      "id_str": "1785583686251446273",
      "created_at": "Wed May 01 08:20:00 +0000 2024",
      "full_text": "edited time",
      "aura": 1
    }
  },
  {
    "tweet": {
      "aura": 2
    }
  },
  7
]