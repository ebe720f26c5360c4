"""What families of the demonstration came for: each theme runs from the worry of the request to what is better at the end. Invented."""

from dataclasses import dataclass

SCHOOL_AGE = 5
OF_SMALL_CHILDREN = ("PARENTING", "COMMUNICATION")
"""The areas of need that only a child below school age comes for."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What one kind of family needs, in the words of each record; `{child}` stands for the first child's name."""

    area: str
    factor: str
    worry: str
    hope: str
    need: str
    outcome: str
    action: str
    family_action: str
    own_words: str
    better: str
    who_helps: str


THEMES = (
    Theme(
        area="EDUCATION",
        factor="HISTORY",
        worry="Attendance has fallen to 78 per cent since September, and there were two moves of home in the term.",
        hope="That mornings are calmer, and school feels possible again.",
        need="{child} misses a day or two of school each week, most often on Mondays.",
        outcome="{child} is at school every day for half a term.",
        action="Meet {child} at the school gate on Monday mornings, and agree a quiet start.",
        family_action="Lay out clothes and bag the evening before.",
        own_words="I like maths. I don't like walking in when everybody is sitting already.",
        better="{child} has been at school on all but two days since the last review, and says that mornings are all right.",
        who_helps="The attendance lead at school, and an aunt who lives on the same bus route.",
    ),
    Theme(
        area="HEALTH",
        factor="NEGLECT",
        worry="Often late, tired and hungry in the mornings. Mum says that the nights are hard.",
        hope="Sleep, for everybody.",
        need="{child} sleeps five or six hours, and falls asleep in lessons.",
        outcome="{child} is asleep by nine on school nights and has breakfast before school.",
        action="Go through the sleep diary together every fortnight.",
        family_action="Keep the sleep diary, and the screens downstairs.",
        own_words="I want my own bed.",
        better="There is a bed for each child, and the diary shows nine hours on most nights.",
        who_helps="The school nurse's sleep clinic for as long as they want it, and the breakfast club.",
    ),
    Theme(
        area="SEMH",
        factor="BEHAVIOUR",
        worry="Angry outbursts in class, and two fixed-term suspensions this term.",
        hope="Somebody to talk to who has time.",
        need="{child} cannot yet say when it gets too much, and lashes out.",
        outcome="{child} leaves the room with a card instead of shouting, and no suspension follows.",
        action="Six sessions on big feelings, on Wednesdays after lunch.",
        family_action="Use the same words at home as at school when it gets loud.",
        own_words="I don't like it when people shout.",
        better="No suspension since half term; {child} used the card eleven times and came back each time.",
        who_helps="The learning mentor, who goes on seeing {child} once a week.",
    ),
    Theme(
        area="PARENTING",
        factor="HARDSHIP",
        worry="A young parent on their own with a small child, in temporary accommodation and without family near.",
        hope="To know other parents, and a place to stay.",
        need="There is nobody to ask, and the days with {child} are long and lonely.",
        outcome="There is a weekly group, a friend from it, and a routine for the day.",
        action="Go along to the first two sessions at the children's centre.",
        family_action="Choose one of the groups and go for four weeks.",
        own_words="Watched: settles quickly on the lap, smiles, and looks round for a face.",
        better="They go to two groups by themselves, and the health visitor is pleased with how {child} grows.",
        who_helps="The children's centre, the health visitor, and a friend from the Tuesday group.",
    ),
    Theme(
        area="MONEY",
        factor="HARDSHIP",
        worry="Rent arrears and food bank vouchers; the children worry about losing their home.",
        hope="To stay in one home, and one school.",
        need="The rent is four months behind, and {child} lies awake over it.",
        outcome="An agreed plan for the arrears is kept for three months.",
        action="Ring the housing office together, and go through the benefits check.",
        family_action="Bring every letter, opened or not, to the next visit.",
        own_words="I want to stay at this school.",
        better="The arrears come down by the agreed sum each month, and the notice was withdrawn.",
        who_helps="The money adviser at the library, on Fridays.",
    ),
    Theme(
        area="COMMUNICATION",
        factor="CHILD_DISABILITY",
        worry="Few words for that age, and nursery cannot make out what is wanted.",
        hope="Help with speech before reception.",
        need="{child} has few words, and gives up when nobody understands.",
        outcome="{child} asks for things with a word or a picture, at home and at nursery.",
        action="Show the picture cards at nursery and at home, and note what works.",
        family_action="Ten minutes of picture books before bed.",
        own_words="Pointed at the picture of the park, and then at the door.",
        better="{child} uses about forty words and the cards, and nursery follows most of it.",
        who_helps="The speech therapist in reception, and nursery until the summer.",
    ),
    Theme(
        area="RELATIONSHIPS",
        factor="CHILD_MENTAL_HEALTH",
        worry="Has not spoken of Grandad since he died, and has stopped seeing friends.",
        hope="That somebody finds a way to talk about it.",
        need="{child} has been alone at break since the spring.",
        outcome="{child} sees a friend outside school once a week.",
        action="Find a place at the bereavement group, and go along to the first evening.",
        family_action="Look at Grandad's photographs together, when {child} wants to.",
        own_words="It is better when Nan comes.",
        better="{child} went to the whole group, made a book about Grandad, and is back at choir.",
        who_helps="Nan, and the bereavement service's drop-in if it gets hard again.",
    ),
    Theme(
        area="YOUNG_CARER",
        factor="YOUNG_CARER",
        worry="Looks after Mum, who is ill, before and after school.",
        hope="That Mum has help in the mornings.",
        need="{child} cooks, washes and gives Mum her tablets, and has no free evening.",
        outcome="An adult does the mornings, and {child} has two free afternoons a week.",
        action="Ask adult social care for an assessment of Mum's own needs.",
        family_action="Say on Sundays which two afternoons are free.",
        own_words="I get worried about Mum when I am not there.",
        better="A carer comes on weekday mornings; {child} goes to the young carers' club and swims again.",
        who_helps="Mum's carer, and the young carers' club.",
    ),
)
