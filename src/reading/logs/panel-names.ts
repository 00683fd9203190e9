/** What browsers in other languages call the lines and the headings of their network panels, in lower case. */
const table: readonly (readonly [name: string, translations: string])[] = [
  [
    'request url',
    'anfrage-url, angeforderte url, anforderungs-url, url der anfrage, url de la requête, url de requête, url de la demande, url de la solicitud, url de solicitud, url da solicitação, url de solicitação, url do pedido, url richiesta, url della richiesta, aanvraag-url, verzoek-url, url запроса, url-адрес запроса, url żądania, adres url żądania, リクエスト url, 请求网址, 请求 url, 要求網址, 요청 url, i̇stek url’si, begärd url',
  ],
  [
    'request method',
    'anfragemethode, anforderungsmethode, méthode de requête, méthode de la requête, méthode de demande, método de la solicitud, método de solicitud, método da solicitação, método de solicitação, método do pedido, metodo richiesta, metodo di richiesta, metodo della richiesta, aanvraagmethode, verzoekmethode, метод запроса, metoda żądania, リクエスト メソッド, 请求方法, 要求方法, 요청 메서드',
  ],
  [
    'status code',
    "statuscode, code d'état, code d’état, code de statut, código de estado, código de status, codice di stato, codice stato, код статуса, код состояния, kod stanu, ステータス コード, 状态代码, 状态码, 狀態碼, 상태 코드, statuskod",
  ],
  [
    'request headers',
    'anfrage-header, anfrageheader, anforderungsheader, anfrage-kopfzeilen, en-têtes de requête, en-têtes de la requête, en-têtes de demande, encabezados de la solicitud, encabezados de solicitud, cabeceras de la petición, cabeceras de solicitud, cabeçalhos da solicitação, cabeçalhos de solicitação, cabeçalhos do pedido, intestazioni richiesta, intestazioni della richiesta, aanvraagheaders, verzoekheaders, заголовки запроса, nagłówki żądania, リクエスト ヘッダー, 请求标头, 请求头, 要求標頭, 요청 헤더',
  ],
  [
    'response headers',
    'antwort-header, antwortheader, antwort-kopfzeilen, en-têtes de réponse, en-têtes de la réponse, encabezados de la respuesta, encabezados de respuesta, cabeceras de la respuesta, cabeceras de respuesta, cabeçalhos da resposta, cabeçalhos de resposta, intestazioni risposta, intestazioni della risposta, responsheaders, antwoordheaders, reactieheaders, заголовки ответа, nagłówki odpowiedzi, レスポンス ヘッダー, 响应标头, 响应头, 回應標頭, 응답 헤더',
  ],
  [
    'general',
    'allgemein, général, généralités, generales, geral, generali, algemeen, общие, ogólne, 全般, 常规, 一般, 일반',
  ],
  [
    'request payload',
    'anfragenutzlast, nutzlast, nutzdaten anfordern, charge utile de la requête, charge utile, carga útil de la solicitud, carga útil, payload da solicitação, payload richiesta, полезные данные запроса, 请求载荷, リクエスト ペイロード, 요청 페이로드',
  ],
  [
    'form data',
    'formulardaten, données du formulaire, données de formulaire, datos del formulario, datos de formulario, dados do formulário, dati modulo, данные формы, フォームデータ, 表单数据',
  ],
  ['response', 'antwort, réponse, respuesta, resposta, risposta, ответ, レスポンス, 响应, 응답'],
  [
    'remote address',
    'remote-adresse, remoteadresse, adresse distante, dirección remota, endereço remoto, indirizzo remoto, extern adres, удаленный адрес, удалённый адрес, adres zdalny, リモート アドレス, 远程地址, 원격 주소',
  ],
  [
    'referrer policy',
    'referrer-richtlinie, règlement sur les urls de provenance, règles de provenance, política de referencia, política de referrer, política do referenciador, criterio referrer, referrer-beleid, правило для url перехода, zasady dotyczące adresów odsyłających, 引荐来源网址政策, リファラー ポリシー, 리퍼러 정책',
  ],
];

const names: ReadonlyMap<string, string> = new Map(
  table.flatMap(([name, translations]) => translations.split(', ').map((one): [string, string] => [one, name])),
);

/** The English name of a line or a heading of a panel, in lower case; any other text only in lower case. */
export function panelName(written: string): string {
  const name = written.toLowerCase();
  return names.get(name) ?? name;
}

/** A piece of each name that a panel in another language cannot be without. */
const signs =
  'frage-URL,frage-url,eforderte URL,forderungs-URL,URL de ,URL da ,URL do ,URL der ,URL della ,URL richiesta,URL запроса,URL żądania,リクエスト,请求,要求,요청,frageheader,frage-Kopf,En-têtes,ncabezados,abeceras,abeçalhos,Intestazioni,Заголовки,Nagłówki'.split(
    ',',
  );

/** Whether a panel in another language may stand in a text. */
export function mayBeTranslated(text: string): boolean {
  return signs.some((sign) => text.includes(sign));
}
