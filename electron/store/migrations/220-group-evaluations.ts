/** 指导组评估 of an office: written by its group, taken up by the office. Rows stay their owner's. */
export const groupEvaluations = {
  number: 220,
  sql: `
/* the office that a group's evaluation speaks of; NULL: it speaks of its owner */
ALTER TABLE evaluation ADD COLUMN target INTEGER REFERENCES office (pk);
/* at the office: the error code by which a group's evaluation was not taken up */
ALTER TABLE evaluation ADD COLUMN outcome TEXT;
DROP INDEX evaluation_once;
CREATE UNIQUE INDEX evaluation_once ON evaluation (office, coalesce(target, office), phase, round, level)
  WHERE deleted = 0 AND state <> 'withdrawn' AND outcome IS NULL;
DROP INDEX evaluation_by_phase;
CREATE INDEX evaluation_by_phase ON evaluation (coalesce(target, office), phase, round);
/* at the office: the own revision at which it closed a group's order, from which that is reported back */
ALTER TABLE evaluation_order ADD COLUMN answered_rev INTEGER;
`,
} as const;
