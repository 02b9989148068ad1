/**
 * The registers with names and ids in place of surrogates, without tombstones: what another program needs to
 * recompute every figure. Marks and make-ups stand as their words, summaries as they were sealed.
 */
export const DUMPED_REGISTERS: Readonly<Record<string, string>> = {
  offices: `SELECT office.id, office.code, office.name, office.kind, office.demo, office.rev,
      office.closed_campaign AS closedCampaign, office.closed_on AS closedOn, owner.code AS bookOf
    FROM office LEFT JOIN office AS owner ON owner.pk = office.book_of ORDER BY office.pk`,
  campaigns: `SELECT office.code AS office, c.id, c.preset, c.name, c.content, c.rev
    FROM campaign AS c JOIN office ON office.pk = c.office WHERE c.deleted = 0 ORDER BY c.pk`,
  campaignVersions: `SELECT office.code AS office, v.id, c.id AS campaign, v.number, v.from_on AS "from", v.content,
      v.reason, v.rev
    FROM campaign_version AS v JOIN office ON office.pk = v.office JOIN campaign AS c ON c.pk = v.campaign
    WHERE v.deleted = 0 ORDER BY v.pk`,
  units: `SELECT office.code AS office, unit.id, parent.id AS parent, unit.name, unit.kind,
      unit.order_number AS orderNumber, unit.closed_on AS closedOn, unit.rev
    FROM unit JOIN office ON office.pk = unit.office LEFT JOIN unit AS parent ON parent.pk = unit.parent
    WHERE unit.deleted = 0 ORDER BY unit.office, unit.order_number, unit.pk`,
  people: `SELECT office.code AS office, person.id, person.name, person.post, person.staffing,
      person.order_number AS orderNumber, person.disambiguator, person.purpose, person.rev
    FROM person JOIN office ON office.pk = person.office WHERE person.deleted = 0 ORDER BY person.pk`,
  postings: `SELECT office.code AS office, person.id AS person, unit.id AS unit, posting.status,
      posting.from_on AS "from", posting.until_on AS "until", posting.rev
    FROM posting JOIN office ON office.pk = posting.office JOIN person ON person.pk = posting.person
    JOIN unit ON unit.pk = posting.unit WHERE posting.deleted = 0 ORDER BY posting.person, posting.from_on`,
  sessions: `SELECT office.code AS office, s.id, s.title, s.phase, s.types, s.form, s.action, s.day,
      s.starts_at AS startsAt, s.ends_at AS endsAt, s.venues, s.chair, s.batch, s.mandatory,
      s.material_number AS materialNumber, s.state, s.rev
    FROM study_session AS s JOIN office ON office.pk = s.office WHERE s.deleted = 0 ORDER BY s.day, s.pk`,
  attendance: `SELECT office.code AS office, s.id AS session, person.id AS person, person.name, unit.id AS unit,
      a.mark, a.reason, a.makeup, a.makeup_on AS makeupOn, a.makeup_document AS makeupDocument, a.rev
    FROM attendance AS a JOIN office ON office.pk = a.office JOIN study_session AS s ON s.pk = a.session
    JOIN person ON person.pk = a.person JOIN unit ON unit.pk = a.unit
    WHERE a.deleted = 0 ORDER BY a.session, a.person`,
  rounds: `SELECT office.code AS office, r.id, r.number, r.name, r.begins_on AS beginsOn, r.ends_on AS endsOn, r.rev
    FROM inspection_round AS r JOIN office ON office.pk = r.office WHERE r.deleted = 0 ORDER BY r.pk`,
  filings: `SELECT office.code AS office, f.id, r.id AS round, person.id AS person, person.name, unit.id AS unit,
      f.filed_on AS filedOn, f.declared, f.paper_number AS paperNumber, f.state, f.rev
    FROM filing AS f JOIN office ON office.pk = f.office JOIN inspection_round AS r ON r.pk = f.round
    JOIN person ON person.pk = f.person JOIN unit ON unit.pk = f.unit WHERE f.deleted = 0 ORDER BY f.pk`,
  filingItems: `SELECT office.code AS office, i.id, f.id AS filing, i.category, i.summary, i.sealed,
      i.disposition, i.rectification, i.transfer_document AS transferDocument, i.rev
    FROM filing_item AS i JOIN office ON office.pk = i.office JOIN filing AS f ON f.pk = i.filing
    WHERE i.deleted = 0 ORDER BY i.pk`,
  items: `SELECT office.code AS office, i.id, i.number_year AS numberYear, i.number, i.source, i.category, i.problem,
      i.measures, unit.id AS unit, i.leader, i.owner, i.due_on AS dueOn, i.extended_due_on AS extendedDueOn,
      i.evidence_number AS evidenceNumber, i.applied_on AS appliedOn, i.closed_on AS closedOn,
      i.times_reworked AS timesReworked, i.repeats, i.merged_into AS mergedInto, i.feedback, i.state, i.rev
    FROM rectification_item AS i JOIN office ON office.pk = i.office LEFT JOIN unit ON unit.pk = i.unit
    WHERE i.deleted = 0 ORDER BY i.office, i.number_year, i.number, i.pk`,
  moves: `SELECT office.code AS office, move.id, move.register,
      coalesce(s.id, f.id, fi.id, i.id, a.id, e.id, period.id) AS subject, move.move, move.from_state AS "from", move.to_state AS "to",
      move.effective_on AS effectiveOn, move.reason, move.detail, move.rev
    FROM move JOIN office ON office.pk = move.office
    LEFT JOIN study_session AS s ON move.register IN ('study_session', 'makeup') AND s.pk = move.subject
    LEFT JOIN filing AS f ON move.register = 'filing' AND f.pk = move.subject
    LEFT JOIN filing_item AS fi ON move.register = 'filing_item' AND fi.pk = move.subject
    LEFT JOIN rectification_item AS i ON move.register = 'rectification_item' AND i.pk = move.subject
    LEFT JOIN action_instance AS a ON move.register = 'action_instance' AND a.pk = move.subject
    LEFT JOIN evaluation AS e ON move.register = 'evaluation' AND e.pk = move.subject
    LEFT JOIN period ON move.register = 'period' AND period.pk = move.subject
    WHERE move.deleted = 0 AND coalesce(e.deleted, 0) = 0 ORDER BY move.pk`,
  actions: `SELECT office.code AS office, a.id, a.definition, a.phase, a.origin, a.meeting, a.name, a.ordinal, a.month,
      a.from_on AS fromOn, a.due_on AS dueOn, unit.id AS unit, a.done_on AS doneOn,
      a.evidence_number AS evidenceNumber, a.sessions, a.note, a.state, a.rev
    FROM action_instance AS a JOIN office ON office.pk = a.office LEFT JOIN unit ON unit.pk = a.unit
    WHERE a.deleted = 0 ORDER BY a.pk`,
  talks: `SELECT office.code AS office, t.id, person.id AS person, t.on_day AS "on", t.talker AS "by",
      t.record_number AS recordNumber, t.rev
    FROM talk AS t JOIN office ON office.pk = t.office JOIN person ON person.pk = t.person
    WHERE t.deleted = 0 ORDER BY t.on_day, t.pk`,
  evaluations: `SELECT office.code AS office, e.id, target.code AS target, e.phase, e.round, e.level, e.evaluated_on AS evaluatedOn,
      e.as_of AS asOf, e.by, e.document_number AS documentNumber, e.verdict, e.deadline, e.state, e.remark, e.outcome,
      e.frozen_rev AS frozenRev, e.rev
    FROM evaluation AS e JOIN office ON office.pk = e.office LEFT JOIN office AS target ON target.pk = e.target
    WHERE e.deleted = 0 ORDER BY e.pk`,
  evaluationLines: `SELECT office.code AS office, line.id, e.id AS evaluation, line.indicator, line.list,
      line.list_name AS listName, line.name, line.figure, line.numerator, line.denominator, line.text,
      line.evidence_number AS evidenceNumber, line.rev
    FROM evaluation_line AS line JOIN office ON office.pk = line.office
    JOIN evaluation AS e ON e.pk = line.evaluation AND e.deleted = 0 WHERE line.deleted = 0 ORDER BY line.pk`,
  evaluationOrders: `SELECT office.code AS office, o.id, e.id AS evaluation, o.kind, o.subject, o.text, o.deadline,
      o.done_on AS doneOn, o.document, o.rev
    FROM evaluation_order AS o JOIN office ON office.pk = o.office
    JOIN evaluation AS e ON e.pk = o.evaluation AND e.deleted = 0 WHERE o.deleted = 0 ORDER BY o.pk`,
  weeklyReports: `SELECT office.code AS office, w.id, w.week_begins_on AS weekBeginsOn, w.version, w.as_of AS asOf,
      w.content, w.reason, w.rev
    FROM weekly_report AS w JOIN office ON office.pk = w.office WHERE w.deleted = 0 ORDER BY w.pk`,
  institutions: `SELECT office.code AS office, i.id, i.kind, i.title, i.document_number AS documentNumber,
      i.on_day AS "on", unit.id AS unit, i.rev
    FROM institution AS i JOIN office ON office.pk = i.office LEFT JOIN unit ON unit.pk = i.unit
    WHERE i.deleted = 0 ORDER BY i.on_day, i.pk`,
  counters: `SELECT office.code AS office, unit.id AS unit, c.month, c.kind, c.count, c.rev
    FROM monthly_counter AS c JOIN office ON office.pk = c.office JOIN unit ON unit.pk = c.unit
    WHERE c.deleted = 0 ORDER BY c.office, c.month, c.unit, c.kind`,
  periods: `SELECT office.code AS office, period.id, period.from_on AS "from", period.until_on AS "until", period.nil,
      period.state, period.closed_on AS closedOn, period.stated_on AS statedOn, period.rev
    FROM period JOIN office ON office.pk = period.office WHERE period.deleted = 0 ORDER BY period.office, period.until_on`,
  reportedOffices: `SELECT owner.code AS office, r.id, r.parent, r.kind, r.code, r.name, r.as_of AS asOf, r.sequence,
      r.head, r.rev
    FROM reported_office AS r JOIN office AS owner ON owner.pk = r.office ORDER BY r.office, r.code, r.id`,
  reportedFigures: `SELECT owner.code AS office, r.id AS "of", r.figure, r.numerator, r.denominator
    FROM reported_figure AS r JOIN office AS owner ON owner.pk = r.office ORDER BY r.office, r.id, r.figure`,
  feedback: `SELECT owner.code AS office, f.id, target.code AS target, f.kind, f.subject,
      f.subject_rev AS subjectRev, f.register, f.field, f.category, f.problem, f.due_on AS dueOn, f.reason, f.state, f.outcome,
      f.read_on AS readOn, f.reply, f.rev
    FROM feedback AS f JOIN office AS owner ON owner.pk = f.office JOIN office AS target ON target.pk = f.target
    WHERE f.deleted = 0 ORDER BY f.pk`,
  templates: `SELECT office.code AS office, t.id, t.kind, t.name, t.content, t.rev
    FROM template AS t JOIN office ON office.pk = t.office WHERE t.deleted = 0 ORDER BY t.pk`,
};
