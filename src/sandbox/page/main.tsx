import { render } from 'preact';
import { connect } from './connection.ts';
import './styles.css';
import { Workspace } from './workspace.tsx';

const page = document.getElementById('page');
if (page !== null) {
  connect(new URLSearchParams(location.search).get('person') ?? undefined);
  render(<Workspace />, page);
}
