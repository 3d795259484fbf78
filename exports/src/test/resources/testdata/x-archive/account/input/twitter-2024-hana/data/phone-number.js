window.YTD.phone_number.part0 = [
  {
    "device": {
      "phoneNumber": "+60155550101"
    }
  }
]