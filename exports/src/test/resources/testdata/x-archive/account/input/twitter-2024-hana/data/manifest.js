window.__THAR_CONFIG = {
 "userInfo": {
  "accountId": "1180000000000000001",
  "userName": "hana_example",
  "displayName": "Hana Example"
 },
 "archiveInfo": {
  "sizeBytes": "1",
  "generationDate": "2024-06-01T00:00:00.000Z",
  "isPartialArchive": false
 },
 "dataTypes": {
  "account": {
   "files": [
    {
     "fileName": "data/account.js",
     "globalName": "YTD.account.part0",
     "count": "1"
    }
   ]
  },
  "account_creation_ip": {
   "files": [
    {
     "fileName": "data/account-creation-ip.js",
     "globalName": "YTD.account_creation_ip.part0",
     "count": "1"
    }
   ]
  },
  "ageinfo": {
   "files": [
    {
     "fileName": "data/ageinfo.js",
     "globalName": "YTD.ageinfo.part0",
     "count": "1"
    }
   ]
  },
  "ip_audit": {
   "files": [
    {
     "fileName": "data/ip-audit.js",
     "globalName": "YTD.ip_audit.part0",
     "count": "2"
    }
   ]
  },
  "device_token": {
   "files": [
    {
     "fileName": "data/device-token.js",
     "globalName": "YTD.device_token.part0",
     "count": "1"
    }
   ]
  },
  "email_address_change": {
   "files": [
    {
     "fileName": "data/email-address-change.js",
     "globalName": "YTD.email_address_change.part0",
     "count": "1"
    }
   ]
  },
  "screen_name_change": {
   "files": [
    {
     "fileName": "data/screen-name-change.js",
     "globalName": "YTD.screen_name_change.part0",
     "count": "1"
    }
   ]
  },
  "phone_number": {
   "files": [
    {
     "fileName": "data/phone-number.js",
     "globalName": "YTD.phone_number.part0",
     "count": "1"
    }
   ]
  },
  "profile": {
   "files": [
    {
     "fileName": "data/profile.js",
     "globalName": "YTD.profile.part0",
     "count": "1"
    }
   ]
  },
  "tweets": {
   "files": [
    {
     "fileName": "data/tweets.js",
     "globalName": "YTD.tweets.part0",
     "count": "1"
    },
    {
     "fileName": "data/tweets-part1.js",
     "globalName": "YTD.tweets.part1",
     "count": "1"
    }
   ]
  },
  "tweet": {
   "files": [
    {
     "fileName": "data/tweet.js",
     "globalName": "YTD.tweet.part0",
     "count": "1"
    }
   ]
  },
  "deleted_tweets": {
   "files": [
    {
     "fileName": "data/deleted-tweets.js",
     "globalName": "YTD.deleted_tweets.part0",
     "count": "1"
    }
   ]
  },
  "direct_messages": {
   "files": [
    {
     "fileName": "data/direct-messages.js",
     "globalName": "YTD.direct_messages.part0",
     "count": "1"
    }
   ]
  },
  "direct_messages_group": {
   "files": [
    {
     "fileName": "data/direct-messages-group.js",
     "globalName": "YTD.direct_messages_group.part0",
     "count": "1"
    }
   ]
  },
  "direct_message_headers": {
   "files": [
    {
     "fileName": "data/direct-message-headers.js",
     "globalName": "YTD.direct_message_headers.part0",
     "count": "1"
    }
   ]
  },
  "follower": {
   "files": [
    {
     "fileName": "data/follower.js",
     "globalName": "YTD.follower.part0",
     "count": "1"
    }
   ]
  },
  "following": {
   "files": [
    {
     "fileName": "data/following.js",
     "globalName": "YTD.following.part0",
     "count": "1"
    }
   ]
  },
  "block": {
   "files": [
    {
     "fileName": "data/block.js",
     "globalName": "YTD.block.part0",
     "count": "1"
    }
   ]
  },
  "mute": {
   "files": [
    {
     "fileName": "data/mute.js",
     "globalName": "YTD.mute.part0",
     "count": "1"
    }
   ]
  },
  "like": {
   "files": [
    {
     "fileName": "data/like.js",
     "globalName": "YTD.like.part0",
     "count": "1"
    }
   ]
  },
  "personalization": {
   "files": [
    {
     "fileName": "data/personalization.js",
     "globalName": "YTD.personalization.part0",
     "count": "1"
    }
   ]
  }
 }
}