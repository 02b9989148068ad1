/** What another office is to this one: reports go to a parent, feedback to a child. */
export const PARTY_RELATIONS = ['parent', 'child'] as const;
export type PartyRelation = (typeof PARTY_RELATIONS)[number];
