"""Common assessment, version 1: nineteen elements in three domains, strengths and needs as text and no score.

The names of the elements are the national ones, the hints are our own.
"""

from service.forms.parts import Form, IfAnswered, IfEmpty, Never, Question, Scope, Section, Type, View, options

# fmt: off
# Kept as a table: one question is read against the next.
FORM = Form(
    key="caf",
    version=1,
    title="Common assessment",
    module="caf_1",
    voice=View("comments", "child_comment", "child_comment_why_not"),
    views=View("parent_comments", "parent_comment", "parent_comment_why_not"),
    elements=("development", "parents", "environment"),
    sections=(
        Section("assessment", "Assessment information", Scope.FAMILY, questions=(
            Question(key="reason", label="What has led to this assessment?", type=Type.LONG_TEXT),
            Question(key="present", label="Who was present?", type=Type.PEOPLE),
            Question(key="home", label="The family and home now", type=Type.LONG_TEXT,
                     hint="Who lives there, brothers and sisters, others who matter.", third_party=True),
            Question(key="services", label="Services working with the child", type=Type.AGENCIES,
                     hint="GP, nursery, school or college, and others."),
            Question(key="checklist", label="What did the pre-assessment checklist show?", type=Type.CHOICES,
                     hint="Healthy, safe from harm, learning and developing, having a good effect on others, free of the "
                          "effects of poverty.", required=Never(),
                     options=options(health="Not as healthy as they could be", safety="Not safe from harm",
                                     learning="Not learning and developing well", effect_on_others="Not having a good effect on others",
                                     poverty="Not free of the effects of poverty", nothing="Nothing of these")),
        )),
        Section("development", "Development of the unborn baby, infant, child or young person", Scope.CHILD, questions=(
            Question(key="CAF-D1", label="General health", type=Type.TOPIC,
                     hint="Conditions, GP and dentist, immunisation, checks, admissions, accidents.", areas=("HEALTH",)),
            Question(key="CAF-D2", label="Physical development", type=Type.TOPIC,
                     hint="Food, activity, rest, sight and hearing, large and small movements.", areas=("SENSORY_PHYSICAL", "HEALTH")),
            Question(key="CAF-D3", label="Speech, language and communication", type=Type.TOPIC,
                     hint="Preferred way, understanding, conversation, listening.", areas=("COMMUNICATION",)),
            Question(key="CAF-D4", label="Emotional and social development", type=Type.TOPIC,
                     hint="Attachment, coping, confidence, fears, self-harm, isolation.", areas=("SEMH",)),
            Question(key="CAF-D5", label="Behavioural development", type=Type.TOPIC,
                     hint="Self-control, risk taking, substances, offending, attention.", areas=("SEMH", "CRIME", "SUBSTANCES")),
            Question(key="CAF-D6", label="Identity, self-esteem, self-image and social presentation", type=Type.TOPIC,
                     hint="View of self, history, belonging, discrimination.", areas=("COMMUNITY", "SEMH")),
            Question(key="CAF-D7", label="Family and social relationships", type=Type.TOPIC,
                     hint="Steady relationships, helping others, friends, harmful company.", areas=("RELATIONSHIPS", "YOUNG_CARER")),
            Question(key="CAF-D8", label="Self-care skills and independence", type=Type.TOPIC,
                     hint="Washing, dressing, feeding, decisions, growing up.", areas=("INDEPENDENCE",)),
            Question(key="CAF-D9", label="Understanding, reasoning and problem solving", type=Type.TOPIC,
                     hint="Organising, connecting, imagining, exploring.", areas=("LEARNING",)),
            Question(key="CAF-D10", label="Participation in learning, education and employment", type=Type.TOPIC,
                     hint="Access, attendance, adult support.", areas=("EDUCATION",)),
            Question(key="CAF-D11", label="Progress and achievement in learning", type=Type.TOPIC,
                     hint="Basic and key skills, disrupted education, adult interest.", areas=("LEARNING",)),
            Question(key="CAF-D12", label="Aspirations", type=Type.TOPIC, hint="Ambition, own view of progress, motivation.",
                     areas=("EDUCATION",)),
        )),
        Section("parents", "Parents and carers", Scope.FAMILY, questions=(
            Question(key="CAF-P1", label="Basic care, ensuring safety and protection", type=Type.TOPIC,
                     hint="Food, warmth, shelter, hygiene, a safe home, taking up services.", third_party=True,
                     areas=("PARENTING", "SAFETY")),
            Question(key="CAF-P2", label="Emotional warmth and stability", type=Type.TOPIC,
                     hint="Affection, praise, attachment, changes of home, school or work.", third_party=True, areas=("PARENTING",)),
            Question(key="CAF-P3", label="Guidance, boundaries and stimulation", type=Type.TOPIC,
                     hint="Discipline, example, activities, over-protection.", third_party=True, areas=("PARENTING",)),
        )),
        Section("environment", "Family and environmental", Scope.FAMILY, questions=(
            Question(key="CAF-F1", label="Family history, functioning and well-being", type=Type.TOPIC,
                     hint="Illness, bereavement, violence, substances, crime, breakdown, mental health, absent parents.",
                     third_party=True, areas=("RELATIONSHIPS", "ADULT_HEALTH", "SUBSTANCES", "DOMESTIC_ABUSE", "CRIME")),
            Question(key="CAF-F2", label="Wider family", type=Type.TOPIC, hint="Support networks, wider caring roles.", third_party=True,
                     areas=("RELATIONSHIPS",)),
            Question(key="CAF-F3", label="Housing, employment and financial considerations", type=Type.TOPIC,
                     hint="Amenities, sleeping arrangements, homelessness, work, income, hardship.", areas=("HOUSING", "MONEY")),
            Question(key="CAF-F4", label="Social and community elements and resources, including education", type=Type.TOPIC,
                     hint="Childcare, worship, transport, shops, leisure, crime in the area, peer groups.", areas=("COMMUNITY",)),
        )),
        Section("conclusions", "Conclusions, solutions and actions", Scope.FAMILY, questions=(
            Question(key="strengths", label="Strengths and resources", type=Type.LONG_TEXT),
            Question(key="needs", label="Needs and worries", type=Type.LONG_TEXT, hint="Each becomes a need in the register."),
            Question(key="goals", label="What should change, and what will it look like at the review?", type=Type.LONG_TEXT),
            Question(key="outcome", label="What happens next?", type=Type.CHOICE,
                     options=options(team_around_the_child="A team around the child", one_agency="The help of one agency",
                                     specialist_assessment="A specialist assessment", nothing_more="Nothing more")),
            Question(key="review_on", label="Agreed date of review", type=Type.DATE, hint="May lie in the future.",
                     required=IfAnswered("outcome", "team_around_the_child"), future=True),
        )),
        Section("comments", "Comments on the assessment", Scope.CHILD, not_for_unborn=True, questions=(
            Question(key="child_comment", label="The child's or young person's comment", type=Type.LONG_TEXT,
                     hint="Their own words; for a baby, what you saw.", required=IfEmpty("child_comment_why_not")),
            Question(key="child_comment_why_not", label="If there is none, why not?", type=Type.TEXT, required=IfEmpty("child_comment")),
        )),
        Section("parent_comments", "Parents' and carers' comments", Scope.ADULT, questions=(
            Question(key="parent_comment", label="The parent's or carer's comment", type=Type.LONG_TEXT,
                     required=IfEmpty("parent_comment_why_not")),
            Question(key="parent_comment_why_not", label="If there is none, why not?", type=Type.TEXT,
                     required=IfEmpty("parent_comment")),
        )),
    ),
)
# fmt: on
