window.YTD.ageinfo.part0 = [
  {
    "ageMeta": {
      "ageInfo": {
        "age": [
          "27"
        ],
        "birthDate": "1997-02-03"
      },
      "inferredAgeInfo": {
        "age": [
          "18-34"
        ],
        "birthDate": ""
      }
    }
  }
]