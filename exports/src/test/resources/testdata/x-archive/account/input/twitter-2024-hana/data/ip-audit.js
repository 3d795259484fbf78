window.YTD.ip_audit.part0 = [
  {
    "ipAudit": {
      "accountId": "1180000000000000001",
      "createdAt": "2024-05-01T08:00:00.000Z",
      "loginIp": "203.0.113.8"
    }
  },
  {
    "ipAudit": {
      "accountId": "1180000000000000001",
      "createdAt": "2024-05-02T09:30:00.000Z",
      "loginIp": "2001:db8::15",
      "loginPortInfo": "443"
    }
  }
];