export { categoriesOfFilings, countFilings } from './category-uses-sql.ts';
