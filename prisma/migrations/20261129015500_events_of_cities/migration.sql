-- A city's timeline: what happened to the city itself, without its thousands of endorsements.
CREATE INDEX event_of_city_idx ON event (city_id, id) WHERE application_id IS NULL AND kind IN (
  'milestone_reached', 'city_contacted', 'city_on_hold', 'city_resumed', 'city_left',
  'city_step_taken_back', 'signatory_added', 'signatory_removed', 'signatory_corrected');
