-- What the decision log is made of, among millions of events of endorsements.
-- The kinds are those of `decisionLogKinds` in lib/applications/decision-entries.ts.
CREATE INDEX event_decision_log_idx ON event (id) WHERE kind IN (
  'application_confirmed',
  'application_changes_requested',
  'application_answered',
  'application_approved',
  'application_declined',
  'application_reopened',
  'city_on_hold',
  'city_resumed',
  'city_left',
  'city_step_taken_back',
  'signatory_corrected'
);
