CREATE TABLE workshop (
  id TEXT NOT NULL,
  touched INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  title TEXT NOT NULL,
  project TEXT NOT NULL,
  held_on TEXT NOT NULL,
  stage TEXT NOT NULL,
  first_risk TEXT NOT NULL,
  first_risk_category TEXT,
  first_risk_place INTEGER NOT NULL,
  promises_kept INTEGER NOT NULL,
  promises INTEGER NOT NULL,
  next_date TEXT,
  due TEXT NOT NULL,
  seal INTEGER NOT NULL,
  shelf TEXT NOT NULL,
  shelved_at TEXT,
  PRIMARY KEY (id),
  CONSTRAINT workshop_shelf CHECK (shelf IN ('open', 'archived', 'trash'))
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX workshop_shelf_due ON workshop (shelf, next_date);

CREATE INDEX workshop_shelf_touched ON workshop (shelf, touched);

CREATE INDEX workshop_touched ON workshop (touched);

CREATE TABLE step (
  workshop_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  args TEXT NOT NULL,
  merge_key TEXT,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, number),
  CONSTRAINT step_undone CHECK (undone IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE step_change (
  workshop_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  place INTEGER NOT NULL,
  part TEXT NOT NULL,
  value_id TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT,
  PRIMARY KEY (workshop_id, number, place),
  FOREIGN KEY(workshop_id, number) REFERENCES step (workshop_id, number) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE brief (
  workshop_id TEXT NOT NULL,
  title TEXT NOT NULL,
  project TEXT NOT NULL,
  purpose TEXT NOT NULL,
  organisation TEXT NOT NULL,
  facilitator TEXT NOT NULL,
  facilitator_scores INTEGER NOT NULL,
  held_on TEXT NOT NULL,
  horizon TEXT NOT NULL,
  preset TEXT NOT NULL,
  focus_count INTEGER NOT NULL,
  order_method TEXT NOT NULL,
  decision_rule TEXT NOT NULL,
  decision_owner TEXT,
  anonymity TEXT NOT NULL,
  input_fears TEXT NOT NULL,
  input_scores TEXT NOT NULL,
  input_ballots TEXT NOT NULL,
  input_signoff TEXT NOT NULL,
  project_size_person_days REAL,
  continues TEXT NOT NULL,
  PRIMARY KEY (workshop_id),
  CONSTRAINT brief_facilitator_scores CHECK ("facilitator_scores" IN (0, 1)),
  CONSTRAINT brief_held_on CHECK (length("held_on") = 10),
  CONSTRAINT brief_horizon CHECK (length("horizon") = 10),
  CONSTRAINT brief_preset CHECK ("preset" IN ('express_60', 'standard_120', 'deep_2x90')),
  CONSTRAINT brief_focus_count CHECK ("focus_count" BETWEEN 1 AND 10),
  CONSTRAINT brief_order_method CHECK ("order_method" IN ('scores_only', 'scores_then_ballot_on_boundary_tier', 'scores_then_duels_on_boundary_tier', 'ballot_only')),
  CONSTRAINT brief_decision_rule CHECK ("decision_rule" IN ('consent', 'consent_then_owner', 'majority_two_thirds', 'owner_after_advice')),
  CONSTRAINT brief_anonymity CHECK ("anonymity" IN ('anonymous', 'role_only', 'named')),
  CONSTRAINT brief_input_fears CHECK ("input_fears" IN ('paper', 'cards', 'pass', 'import')),
  CONSTRAINT brief_input_scores CHECK ("input_scores" IN ('paper', 'cards', 'pass', 'import')),
  CONSTRAINT brief_input_ballots CHECK ("input_ballots" IN ('paper', 'cards', 'pass', 'import')),
  CONSTRAINT brief_input_signoff CHECK ("input_signoff" IN ('paper', 'cards', 'pass', 'import')),
  CONSTRAINT brief_project_size_person_days CHECK ("project_size_person_days" BETWEEN 1 AND 100000),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE progress (
  workshop_id TEXT NOT NULL,
  aims_confirmed INTEGER NOT NULL,
  rule_read_out INTEGER NOT NULL,
  agreed_order TEXT NOT NULL,
  order_confirmed INTEGER NOT NULL,
  order_note TEXT NOT NULL,
  first_order_method TEXT,
  order_method_reason TEXT NOT NULL,
  round_closed INTEGER NOT NULL,
  looked_at TEXT NOT NULL,
  sign_off_round INTEGER NOT NULL,
  owner_decided INTEGER NOT NULL,
  owner_reason TEXT NOT NULL,
  adjourned_to TEXT,
  next_review TEXT,
  PRIMARY KEY (workshop_id),
  CONSTRAINT progress_aims_confirmed CHECK ("aims_confirmed" IN (0, 1)),
  CONSTRAINT progress_rule_read_out CHECK ("rule_read_out" IN (0, 1)),
  CONSTRAINT progress_order_confirmed CHECK ("order_confirmed" IN (0, 1)),
  CONSTRAINT progress_first_order_method CHECK ("first_order_method" IN ('scores_only', 'scores_then_ballot_on_boundary_tier', 'scores_then_duels_on_boundary_tier', 'ballot_only')),
  CONSTRAINT progress_round_closed CHECK ("round_closed" BETWEEN 0 AND 2),
  CONSTRAINT progress_sign_off_round CHECK ("sign_off_round" BETWEEN 1 AND 20),
  CONSTRAINT progress_owner_decided CHECK ("owner_decided" IN (0, 1)),
  CONSTRAINT progress_adjourned_to CHECK (length("adjourned_to") = 10),
  CONSTRAINT progress_next_review CHECK (length("next_review") = 10),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE groups (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE participants (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  "group" TEXT,
  present INTEGER NOT NULL,
  scores INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT participants_present CHECK ("present" IN (0, 1)),
  CONSTRAINT participants_scores CHECK ("scores" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE objectives (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE even_over (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  more TEXT NOT NULL,
  less TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE categories (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE clusters (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  released INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT clusters_released CHECK ("released" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE working_agreements (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE fears (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  theme TEXT NOT NULL,
  cluster TEXT,
  disposition TEXT,
  agreement TEXT,
  merged_into TEXT,
  note TEXT NOT NULL,
  owner TEXT,
  due TEXT,
  released INTEGER NOT NULL,
  held_back INTEGER NOT NULL,
  still_holds INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT fears_kind CHECK ("kind" IN ('people', 'outcome')),
  CONSTRAINT fears_disposition CHECK ("disposition" IN ('recast', 'agreement', 'acknowledged', 'issue', 'question', 'merged', 'parked')),
  CONSTRAINT fears_due CHECK (length("due") = 10),
  CONSTRAINT fears_released CHECK ("released" IN (0, 1)),
  CONSTRAINT fears_held_back CHECK ("held_back" IN (0, 1)),
  CONSTRAINT fears_still_holds CHECK ("still_holds" IN (0, 1)),
  CONSTRAINT fears_source CHECK ("source" IN ('room', 'pack')),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE risks (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  cause TEXT NOT NULL,
  event TEXT NOT NULL,
  consequence TEXT NOT NULL,
  category TEXT,
  tags TEXT NOT NULL,
  objectives TEXT NOT NULL,
  fears TEXT NOT NULL,
  red_line INTEGER NOT NULL,
  red_line_reason TEXT NOT NULL,
  base_rate_n INTEGER,
  base_rate_k INTEGER,
  ideas TEXT NOT NULL,
  secondary_to TEXT,
  hints_off TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT risks_number CHECK ("number" BETWEEN 1 AND 100000),
  CONSTRAINT risks_red_line CHECK ("red_line" IN (0, 1)),
  CONSTRAINT risks_base_rate_n CHECK ("base_rate_n" BETWEEN 0 AND 1000),
  CONSTRAINT risks_base_rate_k CHECK ("base_rate_k" BETWEEN 0 AND 1000),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE scores (
  workshop_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  participant TEXT NOT NULL,
  risk TEXT NOT NULL,
  likelihood INTEGER,
  impact INTEGER,
  abstain INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, round, participant, risk),
  CONSTRAINT scores_round CHECK ("round" BETWEEN 1 AND 2),
  CONSTRAINT scores_likelihood CHECK ("likelihood" BETWEEN 1 AND 5),
  CONSTRAINT scores_impact CHECK ("impact" BETWEEN 1 AND 5),
  CONSTRAINT scores_abstain CHECK ("abstain" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE discussion_notes (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  round INTEGER NOT NULL,
  risk TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT discussion_notes_round CHECK ("round" BETWEEN 1 AND 2),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE ballots (
  workshop_id TEXT NOT NULL,
  participant TEXT NOT NULL,
  scope TEXT NOT NULL,
  ranking TEXT NOT NULL,
  no_opinion TEXT NOT NULL,
  PRIMARY KEY (workshop_id, participant, scope),
  CONSTRAINT ballots_scope CHECK ("scope" IN ('boundary_tier', 'all')),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE duels (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  wins_a INTEGER NOT NULL,
  wins_b INTEGER NOT NULL,
  equal INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT duels_wins_a CHECK ("wins_a" BETWEEN 0 AND 1000),
  CONSTRAINT duels_wins_b CHECK ("wins_b" BETWEEN 0 AND 1000),
  CONSTRAINT duels_equal CHECK ("equal" BETWEEN 0 AND 1000),
  CONSTRAINT duels_skipped CHECK ("skipped" BETWEEN 0 AND 1000),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE order_moves (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  risk TEXT NOT NULL,
  from_position INTEGER NOT NULL,
  to_position INTEGER NOT NULL,
  crosses_tier INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT order_moves_crosses_tier CHECK ("crosses_tier" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE responses (
  workshop_id TEXT NOT NULL,
  risk TEXT NOT NULL,
  decision TEXT,
  treatments TEXT NOT NULL,
  owner TEXT,
  reason TEXT NOT NULL,
  "trigger" TEXT NOT NULL,
  fallback TEXT NOT NULL,
  residual_likelihood INTEGER,
  residual_impact INTEGER,
  leverage_note TEXT NOT NULL,
  review_date TEXT,
  happy TEXT,
  PRIMARY KEY (workshop_id, risk),
  CONSTRAINT responses_decision CHECK ("decision" IN ('mitigate', 'avoid', 'watch', 'accept', 'escalate', 'resolved')),
  CONSTRAINT responses_residual_likelihood CHECK ("residual_likelihood" BETWEEN 1 AND 5),
  CONSTRAINT responses_residual_impact CHECK ("residual_impact" BETWEEN 1 AND 5),
  CONSTRAINT responses_review_date CHECK (length("review_date") = 10),
  CONSTRAINT responses_happy CHECK ("happy" IN ('happy', 'can_live_with_it', 'not_yet')),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE mitigations (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  risks TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  treatment TEXT NOT NULL,
  owner TEXT,
  supporters TEXT NOT NULL,
  due TEXT,
  effort_person_days REAL,
  required INTEGER NOT NULL,
  signal TEXT,
  status TEXT NOT NULL,
  status_note TEXT NOT NULL,
  done_on TEXT,
  verified_on TEXT,
  seen_by TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT mitigations_treatment CHECK ("treatment" IN ('avoid', 'reduce_likelihood', 'reduce_impact', 'share', 'learn', 'accept')),
  CONSTRAINT mitigations_due CHECK (length("due") = 10),
  CONSTRAINT mitigations_effort_person_days CHECK ("effort_person_days" BETWEEN 0 AND 10000),
  CONSTRAINT mitigations_required CHECK ("required" IN (0, 1)),
  CONSTRAINT mitigations_status CHECK ("status" IN ('planned', 'in_progress', 'done_unverified', 'verified', 'dropped', 'blocked')),
  CONSTRAINT mitigations_done_on CHECK (length("done_on") = 10),
  CONSTRAINT mitigations_verified_on CHECK (length("verified_on") = 10),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stances (
  workshop_id TEXT NOT NULL,
  round INTEGER NOT NULL,
  participant TEXT NOT NULL,
  level INTEGER NOT NULL,
  comment TEXT NOT NULL,
  item TEXT NOT NULL,
  acceptable_if TEXT NOT NULL,
  PRIMARY KEY (workshop_id, round, participant),
  CONSTRAINT stances_round CHECK ("round" BETWEEN 1 AND 20),
  CONSTRAINT stances_level CHECK ("level" BETWEEN 1 AND 5),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE amendments (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  after_round INTEGER NOT NULL,
  item TEXT NOT NULL,
  change TEXT NOT NULL,
  answers TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT amendments_after_round CHECK ("after_round" BETWEEN 1 AND 20),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE versions (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  agreed_on TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  seal TEXT NOT NULL,
  changed TEXT NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT versions_number CHECK ("number" BETWEEN 1 AND 1000),
  CONSTRAINT versions_agreed_on CHECK (length("agreed_on") = 10),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE reviews (
  workshop_id TEXT NOT NULL,
  id TEXT NOT NULL,
  held_on TEXT NOT NULL,
  attended TEXT NOT NULL,
  scores_shown INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, id),
  CONSTRAINT reviews_held_on CHECK (length("held_on") = 10),
  CONSTRAINT reviews_scores_shown CHECK ("scores_shown" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE review_entries (
  workshop_id TEXT NOT NULL,
  review TEXT NOT NULL,
  risk TEXT NOT NULL,
  status TEXT NOT NULL,
  trigger_fired INTEGER,
  reading TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (workshop_id, review, risk),
  CONSTRAINT review_entries_status CHECK ("status" IN ('open', 'materialised', 'closed', 'superseded')),
  CONSTRAINT review_entries_trigger_fired CHECK ("trigger_fired" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE review_scores (
  workshop_id TEXT NOT NULL,
  review TEXT NOT NULL,
  participant TEXT NOT NULL,
  risk TEXT NOT NULL,
  likelihood INTEGER,
  impact INTEGER,
  abstain INTEGER NOT NULL,
  PRIMARY KEY (workshop_id, review, participant, risk),
  CONSTRAINT review_scores_likelihood CHECK ("likelihood" BETWEEN 1 AND 5),
  CONSTRAINT review_scores_impact CHECK ("impact" BETWEEN 1 AND 5),
  CONSTRAINT review_scores_abstain CHECK ("abstain" IN (0, 1)),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE outcomes (
  workshop_id TEXT NOT NULL,
  risk TEXT NOT NULL,
  occurred TEXT NOT NULL,
  resolved_on TEXT,
  PRIMARY KEY (workshop_id, risk),
  CONSTRAINT outcomes_occurred CHECK ("occurred" IN ('yes', 'no', 'cannot_tell')),
  CONSTRAINT outcomes_resolved_on CHECK (length("resolved_on") = 10),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE stage_notes (
  workshop_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  private TEXT NOT NULL,
  passed_because TEXT NOT NULL,
  PRIMARY KEY (workshop_id, stage),
  CONSTRAINT stage_notes_stage CHECK ("stage" IN ('prepare', 'name', 'recast', 'rank', 'respond', 'agree', 'follow_up')),
  FOREIGN KEY(workshop_id) REFERENCES workshop (id) ON DELETE CASCADE
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE search_doc (
  doc INTEGER PRIMARY KEY,
  workshop_id TEXT NOT NULL UNIQUE,
  touched INTEGER NOT NULL
)
 STRICT;

CREATE TABLE search_tag (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (kind, value, doc)
)
 WITHOUT ROWID,
 STRICT;

CREATE INDEX search_tag_doc ON search_tag (doc);

CREATE VIRTUAL TABLE search USING fts5(
  title, project, people, risks, promises, fears, notes,
  content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
