-- How long each application has been with the staff is reckoned from these few events. Read from the index alone:
-- the overview asks for those of some thousand applications at once.
CREATE INDEX event_clock_idx ON event (application_id, id) INCLUDE (kind, at)
  WHERE kind IN ('application_changes_requested', 'application_approved', 'application_declined',
    'application_withdrawn', 'application_answered', 'application_reopened');
