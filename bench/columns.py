"""The columns that the bench fills, in the order of its rows; any other column stays null."""

COLUMNS = {
    "council": "id version only name code",
    "setting": "id name about locality_id valid_from in_force_at value reason set_by set_at revision",
    "locality": "id version name",
    "agency": "id version name kind phone",
    "team": "id version agency_id locality_id name triages",
    "practitioner": "id version agency_id name email job_title phone ended_at",
    "appointment": "id practitioner_id role team_id locality_id started_at ended_at",
    "household": "id version name address added_by unattached",
    "person": "id version kind given_name family_name birth_date sex added_by unattached in_error_at",
    "household_member": "id household_id person_id role joined_at",
    "relationship": "id person_id relative_id kind responsibility basis source recorded_by recorded_at revision in_error_at",
    "cases": (
        "id version reference family_name workflow workflow_version form_version state paused_from household_id locality_id team_id"
        " worker_id opened_by opened_at entered_at due_at next_review_on pause_until closed_at reason"
    ),
    "case_child": "case_id person_id joined_at ended_at end_reason",
    "request_for_help": (
        "id case_id source referrer_name referrer_role referrer_contact worries hopes family_knows received_at requested_by revision"
    ),
    "agreement": (
        "id case_id person_id given_by capacity answer evidence answered_at recorded_by withdrawn_at withdrawn_by withdrawn_how in_error_at"
    ),
    "lead_professional": "id case_id practitioner_id kind started_at ended_at",
    "team_member": "id case_id practitioner_id part joined_at left_at",
    "note": "id case_id kind happened_on text author_id recorded_at revision in_error_at",
    "note_seen": "note_id person_id alone own_words",
    "marker": (
        "id case_id person_id kind reason source known_on family_told review_on set_by set_at ended_at ended_by end_reason revision"
        " in_error_at"
    ),
    "error_mark": "id noun record_id case_id person_id reason marked_by marked_at outcome decided_by decided_at revision",
    "threshold_document": "id version title in_force_from label_1 label_2 label_3 label_4",
    "involvement_check": "id case_id child_ids checked_by checked_at revision",
    "threshold_decision": "id case_id document_id basis level outcome reasons decided_by decided_at needs_approval revision",
    "threshold_child": "decision_id person_id level",
    "referrer_answer": "id case_id said means told_on recorded_by recorded_at revision",
    "assessment": (
        "id case_id number form form_version state started_on started_at started_by submitted_at submitted_by signed_off_at signed_off_by"
    ),
    "assessment_author": "assessment_id practitioner_id first_wrote_at",
    "assessment_section": "id assessment_id section subject_id answers revision saved_by saved_at",
    "assessment_conclusions": "id assessment_id shared_on how recorded_by recorded_at revision",
    "need": "id case_id child_id source area description identified_on status recorded_by recorded_at revision",
    "outcome": "id case_id wording by_when baseline status added_by added_at revision",
    "outcome_need": "outcome_id need_id",
    "plan_action": "id case_id outcome_id what practitioner_id by_when status done_on added_by added_at revision",
    "meeting": "id case_id held_on family_views decisions recorded_by recorded_at revision",
    "meeting_practitioner": "meeting_id practitioner_id presence",
    "meeting_person": "meeting_id person_id presence",
    "review": (
        "id case_id visit_id held_on child_views family_views agreement_reconfirmed reconfirmed_by recorded_by recorded_at revision"
    ),
    "review_outcome": "review_id outcome_id result scale",
    "closing_summary": "id case_id what_is_better who_helps written_by written_at revision",
    "family_told": "id case_id told_on how recorded_by recorded_at",
    "safeguarding_check": "id case_id at_risk risk done checked_on counts_until checked_by recorded_at revision",
    "concern": "id case_id urgency worry child_ids told_family_or_why_not sent_by sent_at revision",
    "social_care_decision": "id case_id taken no_answer child_ids route decided_by decided_on recorded_by recorded_at revision",
    "visit": "id case_id state entered_by entered_at due_at left_by left_at worker_id team_id agency_id",
    "event": "stream_kind stream_id seq at actor purpose kind payload salt payload_hash prev hash",
}
