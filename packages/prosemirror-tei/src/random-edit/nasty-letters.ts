/**
 * Letters such as editions really have them and no one expects: for proving that they open, are edited and saved without
 * loss. By what is nasty about each.
 */
const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';

const letter = (body: string, root = TEI) =>
  `<TEI ${root}><teiHeader><fileDesc/></teiHeader><text><body>${body}</body></text></TEI>`;

const words = 'My dear friend, I have your letter of the 3rd and read it twice. ';

export const nastyLetters: Readonly<Record<string, string>> = {
  'a prefix for TEI': `<tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0"><tei:teiHeader/><tei:text><tei:body><tei:div>
    <tei:p n="1">a <tei:hi>b</tei:hi><tei:lb/>c</tei:p><tei:p/></tei:div></tei:body></tei:text></tei:TEI>`,
  'a prefix declared anew and another meaning for none': `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0" xmlns="urn:other"><t:text><t:body>
    <t:p>a<x/><p>not TEI</p><s:hi xmlns:s="http://www.tei-c.org/ns/1.0">b</s:hi>c</t:p></t:body></t:text></t:TEI>`,
  'no namespace':
    '<TEI><teiHeader/><text><body><div><head>h</head><p>a <hi>b</hi></p></div></body></text></TEI>',
  'TEI P4': `<?xml version="1.0"?>
<!DOCTYPE TEI.2 SYSTEM "teixlite.dtd" [
  <!ENTITY mdash "&#8212;"><!ATTLIST p TEIform CDATA "p">
]>
<TEI.2><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc></teiHeader>
  <text><body><div0 type="letter"><p>a &mdash; b<lb/>c</p><p TEIform="p">d</p></div0></body></text></TEI.2>`,
  'a corpus of letters': `<teiCorpus ${TEI}><teiHeader/><!-- one --><TEI><teiHeader/><text><body><p>a b</p></body></text></TEI>
  <?two?><TEI xml:id="two"><teiHeader/><facsimile><graphic url="a.jpg"/></facsimile><text><body><p>c</p><p>d</p></body></text></TEI></teiCorpus>`,
  'a letter within a letter': letter(
    `<p>a</p><floatingText><body><p>b</p><p>c</p></body></floatingText><TEI><text><body><p>d e</p></body></text></TEI>`,
  ),
  'strangers beside the text': `<?xml-model href="x.rng"?><TEI ${TEI} xmlns:f="urn:f"><f:meta><f:p>q</f:p></f:meta><teiHeader/><?p a?><standOff><listPerson/></standOff>
  <text><front><p>f</p></front><body><f:block/><p>a</p><f:block>b</f:block></body></text><f:tail/></TEI><?end?>
<!-- after -->
`,
  'processing instructions and comments everywhere':
    letter(`<?a?><div><?b x="1"?><!--c--><p><?line start?>a<!-- - --><hi>b<?line end?>c</hi><?line start?></p><!--d-->
    <p>e<?line end?><!----></p><?f?></div><!--g-->`),
  'two structures at once': letter(
    `<div><p>a<?start q?> b <hi>c</hi></p><p>d<?end q?> e<anchor xml:id="s"/>f</p><p>g<span from="#s"/>h<addSpan spanTo="#z"/></p><p>i<anchor xml:id="z"/></p></div>`,
  ),
  CDATA: letter(
    '<div><![CDATA[]]><p><![CDATA[a <b> ]]]]>&gt;<![CDATA[ &amp; ]]></p><p>x<hi><![CDATA[y]]></hi></p></div>',
  ),
  'entities and references': `<!DOCTYPE TEI [<!ENTITY auml "&#228;"><!ENTITY sig "<name>N</name>"><!-- ]> --><!ENTITY q '"]>'>]>
${letter('<p>M&auml;rz &sig;&#x2014;&#8212;&amp;&lt;&gt;&quot;&apos;&#160;&#xD;&#10;&#9;&#32;z&#x10437;</p><p n="&auml;&#10;">b</p>')}`,
  'XML 1.1': `<?xml version="1.1"?>\n${letter('<p n="&#1;a">b&#x1;c&#xB;<hi>&#31;</hi></p><p>&#2;</p><p>d\u0085e\u2028f</p>')}`,
  'CR LF': letter(
    '\r\n  <div>\r\n    <p>a\r\n      b <hi>c</hi>\r\n    </p>\r\n    <p>\r\n</p>\r\n  </div>\r\n',
  ),
  'lone CR': letter('\r  <div>\r    <p>a\r      b <hi>c</hi>\r    </p>\r    <p>d</p>\r  </div>\r'),
  'line ends of every kind': letter('\n<div>\r\n<p>a\rb\r\n\nc\t\r d</p>\r<p>\t</p></div>\n\r'),
  'white space kept': letter(`<div xml:space="preserve"><p>  a
  b	c </p>
<p xml:space="default">  d
  e  </p><list> <item> f </item>
</list><quote> g <p> h </p> </quote></div><p> i <hi xml:space="preserve"> j
 k </hi> l</p>`),
  'characters that are not seen': letter(
    '<p>a\u00a0b\u200b\u200cc\u200d\u2060d\ufeffe\u00adf\u2028g\u0085h</p><p>\u00a0</p><p>\u200b</p>',
  ),
  'right to left, combining, astral': letter(
    '<p>مرحبا <hi>بك</hi> 1941 שלום\u200f</p><p>e\u0301a\u0308\u0323 n\u0303</p><p>𐐷<hi>𝒜𝒷</hi>👩‍👩‍👧<lb/>🇦🇹𐐷</p>',
  ),
  'attributes as one likes': letter(`<p n='a "b"' rend = "it's"
   type="x > y
 z	w" subtype='' xml:id='p1'corresp="#a"/><p foo="bar" xmlns:f="urn:f" f:n='1' key=" n='3' rend=&quot;q&quot; " >a<hi rend='&lt;&#10;&apos;'  >b</hi ><lb n=''   /></p
>`).replace("'p1'corresp", "'p1' corresp"),
  'elements that are doubled or empty': letter(
    '<div><head/><p/><p></p><p> </p><p>\n</p><hi/><list><item/><item></item></list><p><hi/><hi></hi><hi> </hi><persName/><persName/>a<note/><note></note><choice/></p></div>',
  ),
  'phrases in both orders and notes in words': letter(
    '<p><hi><persName>a</persName></hi><persName><hi>b</hi></persName><hi>c</hi><hi>d<hi>e</hi></hi>wo<note>n<p>o</p>t<list><item>u</item></list></note>rd<lb break="no"/>s<pb/>p<choice>\n<sic>q</sic><corr>r<gap/></corr></choice></p>',
  ),
  'blocks where none belong': letter(
    'a<p>b<p>c</p>d<div>e<p>f</p></div></p>g<lb/><hi>h<p>i</p></hi><cell>j</cell><row>k</row>l',
  ),
  'a table': letter(
    '<table rows="2">\n <head>t</head>\n <row role="label"><cell>1</cell><cell/></row>\n <row>\n  <cell>2<p>3</p></cell>\n  <cell n="x"> 4 </cell>\n </row>\n</table>',
  ),
  'verse, apparatus, drama': letter(
    '<lg><l>a <app><lem>b</lem><rdg wit="#A">c</rdg></app></l><l part="I">d<caesura/></l></lg><sp><speaker>E</speaker><p>f</p></sp><app><lem><p>g</p></lem><rdg><p>h</p></rdg></app>',
  ),
  'nothing that the schema knows': letter(
    '<blurb><gist>a <em>b</em></gist>c<ul><li>d</li><li/></ul></blurb><blurb/>',
  ),
  'one line': letter(`<div>${`<p>${words}</p>`.repeat(12)}</div>`),
  'namespaces declared where they are used': `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader/><text ${TEI}><body ${TEI}>
    <div ${TEI}><p ${TEI} n="1">a <hi ${TEI}>b</hi><t:lb/>c</p><x xmlns="">d<y/></x><t:p>e</t:p><p><note ${TEI}>f</note>g</p></div></body></text></t:TEI>`,
  'a corpus from before P5': `<teiCorpus.2><teiHeader/><TEI.2><teiHeader/><text><body><p>a <hi>b</hi></p></body></text></TEI.2>
<TEI.2><teiHeader/><text><body><div1><p>c</p></div1></body></text></TEI.2></teiCorpus.2>`,
  'a corpus in a corpus, with a prefix': `<t:teiCorpus xmlns:t="http://www.tei-c.org/ns/1.0"><t:teiHeader/><t:teiCorpus><t:teiHeader/>
  <t:TEI><t:teiHeader/><t:text><t:body><t:p>a b</t:p></t:body></t:text></t:TEI></t:teiCorpus>
  <t:TEI><t:teiHeader/><t:text><t:body><t:p>c<t:lb/>d</t:p></t:body></t:text></t:TEI></t:teiCorpus>`,
  'another vocabulary': `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>a</title></head><body>b<p>c <b>d</b><br/></p>
  <table><tr><td>e</td><td/></tr></table><p ${TEI}>f</p></body></html>`,
  'a namespace misspelt': letter(
    '<p>a <hi>b</hi></p><list><item>c</item></list>',
    'xmlns="http://www.tei-c.org/ns/1.0/"',
  ),
  'no namespace and a root of its own': '<letter n="1"><head>a</head><p>b <i>c</i></p>d<x/></letter>',
  'a wrapper around the TEI': `<record xmlns="urn:oai"><id>a</id><data><TEI ${TEI}><text><body><p>b</p></body></text></TEI></data></record>`,
  'a fragment of a letter': `<div ${TEI} type="letter">\n  <head>a</head>\n  <p>b <hi>c</hi></p>\n</div>`,
  'a facsimile line by line': `<TEI ${TEI}><teiHeader><fileDesc/></teiHeader><facsimile><surface ulx="0" uly="0"><graphic url="a.jpg"/><zone points="0,0 1,1 2,2"/></surface></facsimile>
  <sourceDoc><surfaceGrp><surface n="1"><label>f. 1r</label><zone type="main"><line>My dear</line>
    <line>friend, <del>I</del> <add>we</add></line><zone><line/></zone></zone><line>b<lb/>c</line></surface></surfaceGrp></sourceDoc>
  <text><body><p facs="#a">My dear</p></body></text></TEI>`,
  'an apparatus, notes in groups, descriptions': letter(`<p>a<noteGrp><note type="a">b</note>
    <note xml:lang="de">c <bibl>d, <title>e</title></bibl></note></noteGrp> f<app><lem wit="#A">g</lem>
      <rdgGrp><rdg wit="#B">h <hi>i</hi></rdg><rdg/></rdgGrp><note>j</note></app></p>
    <listBibl><head>k</head><biblStruct><monogr><author>l</author><title level="m">m</title><imprint><pubPlace>n</pubPlace>
      <date when="1941">o</date></imprint></monogr></biblStruct><bibl>p<biblScope>q</biblScope></bibl></listBibl>
    <msDesc><msIdentifier><settlement>r</settlement><idno>s</idno></msIdentifier><msContents><msItem><p>t</p></msItem></msContents>
      <physDesc><p>u<lb/>v</p></physDesc></msDesc>
    <listPerson><person><persName><forename>w</forename> <surname>x</surname></persName><note><p>y</p></note></person></listPerson>`),
  'a grammar that nobody has seen': `<TEI ${TEI}><head><x/></head><letter>a<paragraph n="1">b <bold>c</bold><break/>d</paragraph>
  <paragraph/>e<paragraph><note>f<paragraph>g</paragraph></note></paragraph></letter><tail/>h</TEI>`,
  'entities that stand elsewhere': `<!DOCTYPE TEI SYSTEM "tei.dtd" [<!ENTITY % more SYSTEM "more.ent"> %more; <!ENTITY own 'a "b"'><!ENTITY pic SYSTEM "a.jpg" NDATA jpeg><?p ]>?>]>
${letter('<p n="&own;x&elsewhere;" rend=\'&amp;&own;\'>&own;a&elsewhere;b <hi rend="&own;">&own;</hi>&own;</p><p>&own;</p>')}`,
  'hyphens beside comments': letter(
    '<p>--<!--a-->--<!-- - -->-&gt;--&gt;<!----><hi>-<!--b-->-</hi><!--c--></p><!--d--><p><!--e-->&lt;!--f--</p>',
  ),
  'attributes of many lines': letter(
    '<p\n  n="a\n  b"\r\n\trend=\'c\td\'\n  key="&#10;e&#13;&#9;f &#x20; "\n>g<hi\n rend="h\n"\n>i</hi\n><lb\n/>j</p\n><p n=""\n/>',
  ),
  'CDATA between words and phrases': letter(
    '<p>a <![CDATA[b]]> <hi>c<![CDATA[ d ]]><![CDATA[]]>e</hi><![CDATA[\n]]>f</p><list><![CDATA[ ]]><item><![CDATA[<g>]]></item></list>',
  ),
  'white space kept in lists, cells and notes': letter(`<list xml:space="preserve"> <item>
 a</item>
</list><table><row><cell xml:space="preserve">  b
c<note> d
 </note></cell></row></table><p>e<note xml:space="preserve"> <p> f
</p> </note></p>`),
  'many levels': letter(
    `${'<div>'.repeat(60)}<p>${'<hi>'.repeat(60)}a b${'</hi>'.repeat(60)}c</p>${'</div>'.repeat(60)}<p>${'<quote><p>'.repeat(20)}d${'</p></quote>'.repeat(20)}</p>`,
  ),
  'a text of nothing': letter(''),
  'only white space': letter('\n  \n'),
};

/** A letter as deep as the limit allows: `depth` elements are open at once. */
export function deepLetter(depth: number): string {
  const inner = depth - 4;
  return letter(`${'<div>'.repeat(inner)}<p>a</p>${'</div>'.repeat(inner)}`);
}

/** A letter of about 200 KB without any line end. */
export function longLine(): string {
  const paragraph = (n: number) =>
    `<p n="${n}">${words.repeat(6)}<persName key="p${n}">Mr ${n}</persName>, <note>${words}</note><lb/>so.</p>`;
  return letter(
    `<div>${Array.from({ length: 300 }, (_, n) => paragraph(n)).join('')}<p>${words.repeat(900)}</p></div>`,
  );
}

/** A letter of about 200 KB, of many paragraphs and one that is very long. */
export function longLetter(): string {
  const paragraph = (n: number) =>
    `\n      <p n="${n}">${words.repeat(6)}<persName key="p${n}">Mr ${n}</persName>,\n        ${words.repeat(4)}<lb/>and <hi rend="u">so <date>on</date></hi>.</p>`;
  const many = Array.from({ length: 130 }, (_, n) => paragraph(n)).join('');
  return `<?xml version="1.0"?>\n${letter(`\n    <div>${many}\n      <p>${words.repeat(1500)}</p>\n    </div>\n  `)}\n`;
}
