import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { useSession } from '../state/session.ts';
import { frameText } from '../text/frame.ts';
import { themeOf } from '../ui/theme.ts';
import { Breakdown } from './breakdown.tsx';
import { Connection } from './connection/connection.tsx';
import { Gate } from './gate.tsx';
import { queryClient } from './query-client.ts';

dayjs.locale('zh-cn');

export function App() {
  const role = useSession((session) => session.identity?.role ?? session.lastRole ?? 'office');
  useEffect(() => {
    document.body.dataset.role = role;
    document.title = frameText.program;
  }, [role]);
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(role)}
      button={{ autoInsertSpace: false }}
      csp={{ nonce: styleNonce() }}
      // Inside a dialog a list of choices must open inside it, as the rest of the page is inert meanwhile;
      // elsewhere it belongs to the page's main part, for whoever hears the page instead of seeing it.
      getPopupContainer={(node) => node?.closest('dialog') ?? node?.closest('main') ?? document.body}
    >
      <QueryClientProvider client={queryClient}>
        <Breakdown>
          <Connection>
            <Gate />
          </Connection>
        </Breakdown>
      </QueryClientProvider>
    </ConfigProvider>
  );
}

/** The few styles that antd still writes at run time carry the nonce that the host gave this page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';
}
