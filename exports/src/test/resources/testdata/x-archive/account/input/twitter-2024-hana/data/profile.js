window.YTD.profile.part0 = [
  {
    "profile": {
      "description": {
        "bio": "Rain and kites 🪁",
        "website": "https://t.co/abc",
        "location": "Ipoh"
      },
      "avatarMediaUrl": "https://pbs.example/p.jpg",
      "headerMediaUrl": "https://pbs.example/h"
    }
  }
]