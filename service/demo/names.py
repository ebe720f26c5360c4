"""Invented names. Nobody of these exists; the council, its places and its schools do not either."""

COUNCIL, CODE, MISTYPED_CODE = "Northmere Council", "999", "899"
LOCALITIES = ("North", "South")
EARLY_HELP, SCHOOL, HEALTH = "Early help", "Larkfield Primary School", "Northmere Community Health"

FAMILIES = (
    *("Harlow", "Osei", "Lovell", "Baines", "Pettifer", "Whitcombe", "Grant", "Kowalski", "Rahman", "Dunne"),
    *("Achebe", "Bridger", "Cavanagh", "Dacosta", "Eastman", "Farrow", "Gill", "Hosseini", "Ismail", "Jarvis"),
    *("Khan", "Lister", "Marlow", "Novak", "Okonjo", "Parry", "Quigley", "Rashid", "Sadler", "Tiller"),
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

WORRIES = (
    "Attendance has fallen to 78 per cent since September, and there were two moves of home in the term.",
    "Often late, tired and hungry in the mornings. Mum says that the nights are hard.",
    "Angry outbursts in class, and two fixed-term suspensions this term.",
    "A young parent with a first baby, in temporary accommodation and without family near.",
    "Rent arrears and food bank vouchers; the children worry about losing their home.",
    "Few words for his age, and nursery cannot make out what he wants.",
    "Has not spoken of her grandfather's death, and has stopped seeing her friends.",
    "Looks after her mother, who is ill, before and after school.",
)
HOPES = (
    "That mornings are calmer, and school feels possible again.",
    "Somebody to talk to who has time.",
    "To stay in one home, and one school.",
    "Help with speech before reception.",
)
OWN_WORDS = (
    "I like maths. I don't like it when people shout.",
    "I want to stay at this school.",
    "It is better when Nan comes.",
    "I get worried about Mum when I am not there.",
    "I want my own bed.",
)
VISITS = (
    "The flat was warm and tidy. We talked about mornings, and what would help on the days when nobody has slept.",
    "We went through what school sees and what the family sees. They want the same thing, and said so to each other.",
    "Looked at the letters about the rent together, and rang the housing office from the kitchen.",
    "Played a game with the children first; they talked more easily after that.",
)
