window.YTD.email_address_change.part0 = [
  {
    "emailAddressChange": {
      "accountId": "1180000000000000001",
      "emailChange": {
        "changedAt": "2021-03-04T05:06:07.000Z",
        "changedFrom": "old.hana@example.org",
        "changedTo": "hana@example.org"
      }
    }
  }
]