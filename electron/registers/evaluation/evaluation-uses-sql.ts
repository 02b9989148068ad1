import type { Readable } from '../../store/handles.ts';

/** Which words of the campaign the evaluations use, with how many; withdrawn ones too, which stay readable. */
export function usesOfEvaluations(
  db: Readable,
  office: number,
): { kind: 'phase' | 'indicator'; word: string; uses: number }[] {
  return db.all(
    `SELECT 'phase' AS kind, phase AS word, count(*) AS uses FROM evaluation
     WHERE coalesce(target, office) = ?1 AND deleted = 0 GROUP BY phase
     UNION ALL
     SELECT 'indicator', line.indicator, count(*)
     FROM evaluation_line AS line JOIN evaluation ON evaluation.pk = line.evaluation AND evaluation.deleted = 0
     WHERE coalesce(evaluation.target, evaluation.office) = ?1 AND line.deleted = 0
     GROUP BY line.indicator`,
    office,
  );
}
