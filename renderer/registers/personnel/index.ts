export { PeoplePage } from './people-page.tsx';
export { PersonPage } from './person-page.tsx';
export { RosterImportPage } from './roster-import-page.tsx';
