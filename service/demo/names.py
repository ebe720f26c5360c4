"""Invented names. Nobody of these exists; the council, its places and its schools do not either."""

from service.demo.themes import THEMES

COUNCIL, CODE, MISTYPED_CODE = "Northmere Council", "999", "899"
LOCALITIES = ("North", "South", "East", "West")
EARLY_HELP, SCHOOL, HEALTH = "Early help", "Larkfield Primary School", "Northmere Community Health"
ACADEMY, CHARITY = "Northmere Academy", "Harbour Families Trust"

FAMILIES = (
    *("Harlow", "Osei", "Lovell", "Baines", "Pettifer", "Whitcombe", "Grant", "Kowalski", "Rahman", "Dunne"),
    *("Achebe", "Bridger", "Cavanagh", "Dacosta", "Eastman", "Farrow", "Gill", "Hosseini", "Ismail", "Jarvis"),
    *("Khan", "Lister", "Marlow", "Novak", "Okonjo", "Parry", "Quigley", "Rashid", "Sadler", "Tiller"),
    *("Abbott", "Adair", "Banerjee", "Barlow", "Bekele", "Cartwright", "Chowdhury", "Clegg", "Dalton", "Duffy"),
    *("Ekwueme", "Ellwood", "Fairley", "Finch", "Garside", "Gomez", "Hadley", "Hirst", "Iqbal", "Ingham"),
    *("Jankowski", "Jolly", "Kaplan", "Kershaw", "Lamb", "Lomax", "Mahmood", "Metcalfe", "Nuttall", "Oyelaran"),
    *("Patel", "Pickles", "Quinn", "Ramsden", "Rowe", "Shah", "Stott", "Tattersall", "Thwaite", "Usman"),
    *("Varley", "Walczak", "Whittle", "Yates", "Zaman", "Aldous", "Birch", "Crowther", "Denby", "Esposito"),
    *("Umar", "Vance", "Weir", "Xu", "Yardley", "Zielinski", "Ashby", "Boateng", "Corrigan", "Deol"),
)
CHILDREN = (
    *("Mia", "Jake", "Kofi", "Noah", "Leo", "Ella", "Amara", "Zofia", "Idris", "Sana", "Yusuf", "Orla", "Ava", "Ben", "Chloe"),
    *("Dev", "Esme", "Finn", "Grace", "Hana", "Isaac", "Jasmin", "Kian", "Lola", "Musa", "Nia", "Oscar", "Poppy", "Rafi", "Tess"),
)
MOTHERS = (
    "Sarah",
    "Abena",
    "Karen",
    "Donna",
    "Lisa",
    "Helena",
    "Joy",
    "Magda",
    "Farida",
    "Siobhan",
    "Chioma",
    "Bev",
    "Roisin",
    "Ana",
    "Ruth",
)
FATHERS = (
    "Mark",
    "Kwame",
    "Steve",
    "Gary",
    "Paul",
    "Piers",
    "Winston",
    "Tomasz",
    "Imran",
    "Declan",
    "Emeka",
    "Neil",
    "Liam",
    "Rui",
    "Carl",
)
STREETS = ("Mill Lane", "Quarry Road", "Station Terrace", "Elm Close", "Harbour Street", "Castle View", "Chapel Row")

VISITS = (
    "The flat was warm and tidy. We talked about mornings, and what would help on the days when nobody has slept.",
    "We went through what school sees and what the family sees. They want the same thing, and said so to each other.",
    "Looked at the letters about the rent together, and rang the housing office from the kitchen.",
    "Played a game with the children first; they talked more easily after that.",
)
WORRIES = tuple(theme.worry for theme in THEMES)
