declare module 'virtual:antd.css';
declare module 'virtual:form.css';
