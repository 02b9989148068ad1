import type { ThemeConfig } from 'antd';
import type { InstallationRole } from '../../shared/vocabulary/words.ts';

/** Colours that antd's components take too; the others stand in theme.css. Contrast on white in brackets. */
const INK = '#1c2530'; // 15.5
const PLACEHOLDER = '#5f6a78'; // 5.5
const BORDER = '#8793a1'; // 3.1, controls
const ACCENT: Record<InstallationRole, string> = { office: '#1a5a8a', group: '#5c4a8c' };

/** The parts of antd that the page uses; the styles of others are not there. */
export const STYLED_COMPONENTS = [
  ...['Button', 'Checkbox', 'DatePicker', 'Input', 'InputNumber', 'Radio', 'Select', 'TimePicker', 'Tooltip'],
] as const;

/**
 * antd's tokens for the kind of installation. Its styles are extracted when the page is built (zeroRuntime),
 * as the page's policy lets no style in that a script wrote.
 */
export function themeOf(role: InstallationRole): ThemeConfig {
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: `theme-${role}` },
    token: {
      motion: false,
      fontSize: 13,
      lineHeight: 20 / 13,
      controlHeight: 28,
      controlHeightSM: 24,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 2,
      colorPrimary: ACCENT[role],
      colorLink: ACCENT[role],
      colorText: INK,
      colorBorder: BORDER,
      colorTextPlaceholder: PLACEHOLDER,
      // What can no longer be changed must still be read.
      colorTextDisabled: PLACEHOLDER,
      colorError: '#b0261c',
      colorWarning: '#855000',
      colorSuccess: '#2a6b41',
      boxShadow: 'none',
      boxShadowSecondary: '0 2px 8px rgb(28 37 48 / 18%)',
      fontFamily:
        "'Microsoft YaHei UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif",
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Select: { optionSelectedBg: '#d5e6f3' },
    },
  };
}
