window.YTD.tweets.part0 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1785583686251446273"
          ]
        }
      },
      "retweeted": false,
      "source": "<a>Web</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [
          {
            "name": "Omar Example",
            "screen_name": "omar_example",
            "indices": [
              "0",
              "8"
            ],
            "id_str": "1180000000000000002",
            "id": "1180000000000000002"
          }
        ],
        "urls": [
          {
            "url": "https://t.co/x",
            "expanded_url": "https://t.me/+ExampleInvite1",
            "display_url": "t.me/…",
            "indices": [
              "9",
              "20"
            ]
          }
        ],
        "media": [
          {
            "expanded_url": "e",
            "indices": [
              "1",
              "2"
            ],
            "url": "u",
            "media_url": "m",
            "id_str": "9",
            "id": "9",
            "media_url_https": "https://pbs.example/m.jpg",
            "sizes": {},
            "type": "photo",
            "display_url": "d"
          }
        ]
      },
      "display_text_range": [
        "0",
        "40"
      ],
      "favorite_count": "3",
      "in_reply_to_status_id_str": "1180000000000000999",
      "id_str": "1785583686251446273",
      "in_reply_to_user_id": "1180000000000000002",
      "truncated": false,
      "retweet_count": "0",
      "id": "1785583686251446273",
      "in_reply_to_status_id": "1180000000000000999",
      "possibly_sensitive": false,
      "created_at": "Wed May 01 08:15:00 +0000 2024",
      "favorited": false,
      "full_text": "@omar_example join us https://t.co/x",
      "lang": "en",
      "in_reply_to_screen_name": "omar_example",
      "in_reply_to_user_id_str": "1180000000000000002"
    }
  }
]