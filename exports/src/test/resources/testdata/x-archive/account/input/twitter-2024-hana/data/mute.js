window.YTD.mute.part0 = [
  {
    "muting": {
      "accountId": "1180000000000000005",
      "userLink": "l"
    }
  }
]