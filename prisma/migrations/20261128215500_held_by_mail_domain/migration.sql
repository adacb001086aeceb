-- Counts what is held by mail domain without sorting or hashing it anew.
CREATE INDEX endorsement_held_domain_idx ON endorsement (mail_domain, confirmed_at)
  INCLUDE (place_id, network_hash_prefix) WHERE state = 'held';
