window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange": {
      "accountId": "1180000000000000001",
      "screenNameChange": {
        "changedAt": "2020-01-02T03:04:05.000Z",
        "changedFrom": "first_hana",
        "changedTo": "hana_example"
      }
    }
  }
]