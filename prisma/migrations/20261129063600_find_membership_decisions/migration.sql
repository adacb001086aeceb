-- The kinds are those of `decisionLogKinds` in lib/applications/decision-entries.ts.
DROP INDEX event_decision_log_idx;
CREATE INDEX event_decision_log_idx ON event (id) WHERE kind IN (
  'application_confirmed',
  'application_changes_requested',
  'application_answered',
  'application_approved',
  'application_declined',
  'application_reopened',
  'city_on_hold',
  'city_suspended',
  'city_resumed',
  'city_left',
  'city_step_taken_back',
  'signatory_corrected',
  'member_renamed',
  'member_linked',
  'member_link_undone'
);

DROP INDEX event_of_city_idx;
CREATE INDEX event_of_city_idx ON event (city_id, id) WHERE application_id IS NULL AND kind IN (
  'milestone_reached', 'city_contacted', 'city_on_hold', 'city_resumed', 'city_left',
  'city_suspended', 'member_renamed', 'member_linked', 'member_link_undone',
  'city_step_taken_back', 'signatory_added', 'signatory_removed', 'signatory_corrected');

-- A city that is on hold already has left the count too.
UPDATE signatory SET state = 'on_hold' WHERE 'on_hold' = (
  SELECT kind FROM city_step
  WHERE city_step.city_id = signatory.city_id AND taken_back_at IS NULL
    AND kind IN ('on_hold', 'resumed') AND recorded_at >= signatory.created_at
  ORDER BY recorded_at DESC, id DESC LIMIT 1);
