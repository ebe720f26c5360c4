"""The columns that the bench fills, in the order of its rows; any other column stays null."""

COLUMNS = {
    "council": "id version only name code",
    "locality": "id version name",
    "agency": "id version name kind phone",
    "team": "id version agency_id locality_id name triages",
    "practitioner": "id version agency_id name email job_title phone ended_at",
    "appointment": "id practitioner_id role team_id locality_id started_at ended_at",
    "household": "id version name address added_by unattached",
    "person": "id version kind given_name family_name birth_date sex added_by unattached",
    "household_member": "id household_id person_id role joined_at",
    "cases": (
        "id version reference family_name workflow workflow_version form_version state paused_from household_id locality_id team_id"
        " worker_id opened_by opened_at entered_at due_at next_review_on pause_until closed_at reason"
    ),
    "case_child": "case_id person_id joined_at ended_at end_reason",
    "request_for_help": (
        "id case_id source referrer_name referrer_role referrer_contact worries hopes family_knows received_at requested_by revision"
    ),
    "agreement": "id case_id person_id given_by capacity answer evidence answered_at recorded_by withdrawn_at withdrawn_by withdrawn_how",
    "lead_professional": "id case_id practitioner_id kind started_at ended_at",
    "team_member": "id case_id practitioner_id part joined_at left_at",
    "note": "id case_id kind happened_on text author_id recorded_at revision",
    "note_seen": "note_id person_id alone own_words",
    "visit": "id case_id state entered_by entered_at due_at left_by left_at worker_id team_id agency_id",
    "event": "stream_kind stream_id seq at actor purpose kind payload salt payload_hash prev hash",
}
