window.YTD.block.part0 = [
  {
    "blocking": {
      "accountId": "1180000000000000004",
      "userLink": "l"
    }
  }
]