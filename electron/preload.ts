import { bridgePage } from './shell/page-bridge.ts';

bridgePage();
