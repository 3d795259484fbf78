window.YTD.account.part0 = [
  {
    "account": {
      "email": "hana@example.org",
      "createdVia": "web",
      "username": "hana_example",
      "accountId": "1180000000000000001",
      "createdAt": "2019-10-04T06:00:00.000Z",
      "accountDisplayName": "Hana Example"
    }
  }
]