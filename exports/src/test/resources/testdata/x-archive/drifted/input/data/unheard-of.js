window.YTD.unheard_of.part0 = [
  {
    "unheardOf": {}
  }
]