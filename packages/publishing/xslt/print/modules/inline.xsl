<?xml version="1.0" encoding="UTF-8"?>
<!-- Running text. Every template writes arguments of a Typst call, each followed by a comma. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- How page footnotes are numbered: by a pattern of Typst, or `labelled` where each bears its label; empty where the volume does not say. -->
  <xsl:param name="footnotes" as="xs:string" select="''"/>

  <!-- What sets running text. -->
  <xsl:variable name="running" as="xs:string" select="'running'"/>

  <xsl:mode name="inline" on-no-match="shallow-skip"/>

  <!-- ## Text -->

  <xsl:template match="text()" mode="inline">
    <xsl:param name="set" as="xs:string" select="$running" tunnel="yes"/>
    <!-- White space is the setting's business too. A mark at the beginning of text that continues a word closes. -->
    <xsl:value-of select="
        if (normalize-space() = '') then 'sp, '
        else $set
          || (if ((starts-with(., '''') or starts-with(., '&quot;')) and preceding-sibling::node()[1][self::* and not(self::lb)])
              then '(joined: true, ' else '(')
          || (if (contains(., '\') or contains(., '&quot;')) then p:string(.) else '&quot;' || . || '&quot;')
          || '), '"/>
  </xsl:template>

  <!-- A call with the element's text for its arguments. The language is set where the element names another:
       a phrase that does not carry its language is divided by the wrong patterns. -->
  <xsl:template name="call">
    <xsl:param name="function" as="xs:string"/>
    <xsl:param name="before" as="xs:string" select="''"/>
    <xsl:param name="after" as="xs:string" select="''"/>
    <xsl:sequence select="$function || '('"/>
    <xsl:if test="$before != ''"><xsl:sequence select="p:string($before) || ', '"/></xsl:if>
    <xsl:call-template name="content"/>
    <xsl:if test="$after != ''"><xsl:sequence select="p:string($after) || ', '"/></xsl:if>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <xsl:template name="content">
    <xsl:variable name="language" select="p:language(.)"/>
    <xsl:if test="exists($language)"><xsl:sequence select="'language(' || p:string($language) || ', '"/></xsl:if>
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="exists($language)">), </xsl:if>
  </xsl:template>

  <!-- The language tag's first part, when the element differs in it from its surroundings. -->
  <xsl:function name="p:language" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="own" select="$element/@xml:lang/lower-case(substring-before(. || '-', '-'))"/>
    <xsl:sequence select="$own[matches(., '^[a-z]{2,3}$')]"/>
  </xsl:function>

  <!-- Names are not divided. -->
  <xsl:template mode="inline" match="persName">
    <xsl:sequence select="p:named(.)"/>
    <xsl:call-template name="call"><xsl:with-param name="function" select="'whole'"/></xsl:call-template>
  </xsl:template>

  <!-- Where a name stands for an entry of the registers, so that the index finds it. -->
  <xsl:function name="p:named" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        if (contains($name/@ref, '#'))
        then 'named(' || p:string(p:fragment($name/@ref)) || (if ($name/ancestor::note) then ', in-note: true), ' else '), ')
        else ()"/>
  </xsl:function>

  <!-- In front matter the source's capitals are small capitals: the whole name on the title page, the surname in
       a list of names. -->
  <xsl:template mode="inline" priority="2" match="titlePage//persName">
    <xsl:text>sc(</xsl:text>
    <xsl:apply-templates mode="inline">
      <xsl:with-param name="set" select="'small-capitals'" tunnel="yes"/>
    </xsl:apply-templates>
    <xsl:text>), </xsl:text>
  </xsl:template>
  <xsl:template mode="inline" priority="2" match="div[@type = 'commission']//persName">
    <xsl:apply-templates mode="inline">
      <xsl:with-param name="set" select="'surnames'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template mode="inline" match="div[@type = 'commission']//roleName">
    <xsl:call-template name="call"><xsl:with-param name="function" select="'italic'"/></xsl:call-template>
  </xsl:template>

  <!-- ## Appearance -->

  <xsl:template mode="inline" match="emph | title | foreign | mentioned">
    <xsl:call-template name="call"><xsl:with-param name="function" select="p:slant(.)"/></xsl:call-template>
  </xsl:template>

  <!-- What stands out within italic is roman. One passage that is marked twice is italic once; a note begins upright. -->
  <xsl:function name="p:slant" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="note" select="$element/ancestor::note[1]"/>
    <xsl:variable name="text" select="normalize-space($element)"/>
    <xsl:variable name="around" select="
        $element/ancestor::*[p:is-slanted(.)][empty($note) or . >> $note][normalize-space(.) != $text]"/>
    <xsl:sequence select="if (count($around) mod 2 = 1) then 'roman' else 'italic'"/>
  </xsl:function>

  <xsl:function name="p:is-slanted" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[self::emph or self::mentioned or self::title[not(@level = ('a', 'u'))]
          or self::foreign[not(p:is-of-other-alphabet(.))] or self::hi[p:appearance(.) = 'italic']])"/>
  </xsl:function>

  <xsl:function name="p:is-of-other-alphabet" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@xml:lang/substring-before(. || '-', '-') = ('ru', 'uk', 'el', 'grc')"/>
  </xsl:function>

  <xsl:template mode="inline" match="title[@level = ('a', 'u')]">
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="before" select="'“'"/>
      <xsl:with-param name="after" select="'”'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A foreign alphabet is mark enough, upright even within italic; other foreign words are italic. -->
  <xsl:template mode="inline" match="foreign[p:is-of-other-alphabet(.)]" priority="1">
    <xsl:call-template name="call"><xsl:with-param name="function" select="'roman'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="inline" match="hi">
    <xsl:variable name="appearance" select="p:appearance(.)"/>
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="if ($appearance = 'italic') then p:slant(.) else $appearance"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="p:appearance" as="xs:string">
    <xsl:param name="hi" as="element(hi)"/>
    <xsl:variable name="rend" select="tokenize(lower-case(string-join(($hi/@rend, $hi/@style), ' ')), '[\s;:#]+')"/>
    <xsl:sequence select="
        if ($rend = ('italic', 'italics', 'i', 'it')) then 'italic'
        else if ($rend = ('bold', 'b', 'strong')) then 'strong-face'
        else if ($rend = ('smallcaps', 'small-caps', 'sc', 'smcap')) then 'sc'
        else if ($rend = ('superscript', 'sup', 'super')) then 'raised'
        else if ($rend = ('subscript', 'sub')) then 'lowered'
        else if ($rend = ('underline', 'underlined', 'u')) then 'underlined'
        else if ($rend = ('strikethrough', 'strike', 'struck')) then 'struck'
        else if ($rend = ('roman', 'normal')) then 'roman'
        else if ($rend = ('spaced', 'caps')) then 'plain'
        else 'italic'"/>
  </xsl:function>

  <xsl:template mode="inline" match="q">
    <xsl:variable name="marked" select="matches(normalize-space(.), '^[&quot;''“‘«„]')"/>
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="before" select="if ($marked) then '' else '“'"/>
      <xsl:with-param name="after" select="if ($marked) then '' else '”'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="inline" match="soCalled">
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="before" select="'‘'"/>
      <xsl:with-param name="after" select="'’'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What was struck out and then let stand is text as any other. -->
  <xsl:template mode="inline" match="restore/del" priority="1"><xsl:call-template name="content"/></xsl:template>

  <!-- What the writer struck out is none of the reading text, here as on the web; what is said of it in notes is. -->
  <xsl:template mode="inline" match="del"><xsl:apply-templates mode="notes"/></xsl:template>

  <xsl:mode name="notes" on-no-match="shallow-skip"/>
  <xsl:template mode="notes" match="note | ptr[@type = 'endnote']"><xsl:apply-templates mode="inline" select="."/></xsl:template>
  <xsl:template mode="notes" match="choice"><xsl:apply-templates mode="notes" select="(corr, reg, expan, *)[1]"/></xsl:template>
  <xsl:template mode="notes" match="app"><xsl:apply-templates mode="notes" select="(lem, rdg, rdgGrp/(lem, rdg), *)[1]"/></xsl:template>

  <!-- What somebody noted may be no more than a sign. -->
  <xsl:template mode="inline" match="note/metamark" priority="1"><xsl:call-template name="content"/></xsl:template>

  <!-- ## The editors' hand -->

  <xsl:template mode="inline" match="supplied">
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="before" select="'['"/>
      <xsl:with-param name="after" select="']'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A supplied title carries an asterisk instead of brackets; the heading sets it. -->
  <xsl:template mode="inline" match="head[@type = 'title']/supplied" priority="2">
    <xsl:call-template name="content"/>
  </xsl:template>

  <xsl:template mode="inline" match="unclear">
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="after" select="' [?]'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="inline" match="surplus"/>

  <xsl:template mode="inline" match="secl">
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="'plain'"/>
      <xsl:with-param name="before" select="'{'"/>
      <xsl:with-param name="after" select="'}'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template mode="inline" match="gap">"[…]", </xsl:template>
  <xsl:template mode="inline" match="note[@type = 'endnote'][empty((* except gap)[1]) and normalize-space() = '']/gap">"[The text of this note is wanting in the source.]", </xsl:template>

  <!-- The reading text has what the editors read, as the list of emendations says. -->
  <xsl:template mode="inline" match="choice">
    <xsl:apply-templates mode="inline" select="(corr, reg, expan, unclear, *)[1]"/>
  </xsl:template>

  <!-- The lemma, or the first reading where there is none, stands in the text; the others at the foot of the page. -->
  <xsl:template mode="inline" match="app">
    <xsl:variable name="text" select="(lem, rdg, rdgGrp/(lem, rdg))[1]"/>
    <xsl:variable name="parts" select="(rdg, wit, witDetail, rdgGrp/(lem, rdg, wit, witDetail)) except $text"/>
    <xsl:variable name="its-wit" select="$parts[self::wit][preceding-sibling::*[1] is $text]"/>
    <xsl:apply-templates mode="inline" select="$text/node()"/>
    <xsl:if test="$parts">
      <xsl:sequence select="'page-note(' || p:room-for(.)"/>
      <xsl:apply-templates mode="inline" select="$text/node()"/>
      <xsl:if test="$text/self::rdg/@wit"><xsl:sequence select="'sp, italic(' || p:string(translate($text/@wit, '#', '')) || '), '"/></xsl:if>
      <xsl:apply-templates mode="inline" select="$its-wit"/>
      <xsl:text>"] ", </xsl:text>
      <xsl:for-each select="$parts except $its-wit">
        <xsl:if test="position() gt 1 and not(self::wit)">"; ", </xsl:if>
        <xsl:apply-templates mode="inline" select="."/>
      </xsl:for-each>
      <xsl:text>), </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template mode="inline" match="rdg">
    <xsl:call-template name="content"/>
    <xsl:if test="@wit"><xsl:sequence select="'sp, italic(' || p:string(translate(@wit, '#', '')) || '), '"/></xsl:if>
  </xsl:template>

  <xsl:template mode="inline" match="wit">
    <xsl:text>sp, italic(</xsl:text>
    <xsl:call-template name="content"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- ## Notes and references -->

  <!--
    Figures begin again on each page, unless the footnotes bear the labels of their document; any other label, and those of
    textual notes, are the note's own.
  -->
  <xsl:template mode="inline" match="note">
    <xsl:sequence select="'page-note(' || p:room-for(.)"/>
    <xsl:if test="@n[. != ''] and ($footnotes = 'labelled' or @type = 'textual' or not(matches(@n, '^[0-9]+$')))">
      <xsl:sequence select="'label: ' || p:string(@n) || ', '"/>
    </xsl:if>
    <xsl:call-template name="note-body"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- How much room a page has for a note, or that its line begins the next one. -->
  <xsl:function name="p:room-for" as="xs:string?">
    <xsl:param name="called" as="element()"/>
    <xsl:sequence select="$called/preceding-sibling::node()[1]/self::processing-instruction('chancery-note-room') ! ('room: ' || (if (matches(., '^[0-9]{1,3}$')) then . else '0') || 'pt, ')"/>
  </xsl:function>

  <!-- A note is one paragraph, with its figure at the beginning: paragraphs inside it become lines of it. -->
  <xsl:template name="note-body">
    <xsl:choose>
      <xsl:when test="p:has-blocks(.)">
        <xsl:text>lines(</xsl:text>
        <xsl:call-template name="note-lines"/>
        <xsl:text>), </xsl:text>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="note-lines">
    <xsl:for-each-group select="node()" group-adjacent="if (p:is-block(.)) then generate-id() else ''">
      <xsl:choose>
        <xsl:when test="current-grouping-key() != '' and p:has-blocks(.)"><xsl:call-template name="note-lines"/></xsl:when>
        <xsl:when test="every $node in current-group() satisfies p:is-silent($node)"/>
        <xsl:otherwise>
          <xsl:text>join(</xsl:text>
          <xsl:apply-templates select="current-group()" mode="inline"/>
          <xsl:text>), </xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template mode="inline" match="ptr[@type = 'endnote']" priority="1">
    <xsl:param name="number" as="xs:string" select="''" tunnel="yes"/>
    <xsl:sequence select="'callout(' || p:string(p:fragment(@target)) || ', ' || p:string($number) || '), '"/>
  </xsl:template>

  <!-- A place within the document has no words that would lead a reader there. -->
  <xsl:template mode="inline" match="ptr[starts-with(@target, '#')]"/>

  <xsl:template mode="inline" match="ptr">
    <xsl:sequence select="'document-reference(' || p:string(p:document(@target)) || ', ' || p:string(p:collapse(@target)) || '), '"/>
  </xsl:template>

  <xsl:template mode="inline" match="ref">
    <xsl:choose>
      <xsl:when test="matches(@target, '^https?://\S+$')">
        <xsl:sequence select="'web-link(' || p:string(@target) || ', '"/>
      </xsl:when>
      <xsl:when test="p:document(@target) != ''">
        <xsl:sequence select="'document-link(' || p:string(p:document(@target)) || ', '"/>
      </xsl:when>
      <xsl:otherwise>plain(</xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="content"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- "../volume.xml#endnote-3" → "endnote-3". -->
  <xsl:function name="p:fragment" as="xs:string">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:sequence select="substring-after(tokenize(normalize-space($target), ' ')[1] || '', '#')"/>
  </xsl:function>

  <!-- "letters/stalin-1941-08-04.xml" → "stalin-1941-08-04"; the empty string for anything else. -->
  <xsl:function name="p:document" as="xs:string">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="first" select="tokenize(normalize-space($target), ' ')[1] || ''"/>
    <xsl:sequence select="replace($first, '^(.*/)?([^/#]+)\.xml(#.*)?$', '$2')[. != $first] || ''"/>
  </xsl:function>

  <!-- ## Breaks, and what does not print -->

  <!-- Line beginnings are kept in displayed matter; in running text they are spaces. -->
  <xsl:template mode="inline" match="lb">br, </xsl:template>
  <xsl:template mode="inline" match="
      lb[ancestor::*[self::p or self::ab or self::item or self::cell or self::quote or self::note or self::l or self::salute]]">
    <xsl:if test="not(@break = 'no')">sp, </xsl:if>
  </xsl:template>

  <xsl:template mode="inline" match="comment() | processing-instruction()"/>

  <!-- What the editors are asked at a place: in a proof it stands beside the line. -->
  <xsl:template mode="inline" match="processing-instruction('chancery-query')">
    <xsl:sequence select="'queried(' || p:string(.) || '), '"/>
  </xsl:template>

  <!-- Space on the page is a space of one em; down the page it is nothing that a line could show. -->
  <xsl:template mode="inline" match="space[not(@dim = 'vertical')] | caesura">"&#x2003;", </xsl:template>

  <xsl:template mode="inline" match="notatedMusic">"[music]", </xsl:template>
  <xsl:template mode="inline" match="binaryObject">"[image]", </xsl:template>
  <xsl:template mode="inline" match="media">
    <xsl:sequence select="p:string('[' || string-join(('recording', @url), ': ') || ']') || ', '"/>
  </xsl:template>

  <!-- An unusual character that the text does not write is set as the header maps it. -->
  <xsl:template mode="inline" match="g[empty(node())]">
    <xsl:variable name="id" select="substring-after(@ref, '#')"/>
    <xsl:variable name="described" select="(root()//charDecl/(char | glyph)[@xml:id = $id])[1]"/>
    <xsl:sequence select="p:string(p:collapse(($described/mapping[@type = 'standard'], $described/mapping, '[?]')[1])) || ', '"/>
  </xsl:template>

  <!-- What is said in fields only is parted by commas. -->
  <xsl:template mode="inline" name="fields" match="biblStruct | monogr | analytic | imprint | relatedItem | dimensions | locusGrp">
    <xsl:for-each select="*[not(p:is-one-of(., $silent))][normalize-space() or self::graphic or self::media or self::ptr or self::gap]">
      <xsl:if test="position() gt 1">", ", </xsl:if>
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template mode="inline" match="listBibl/biblStruct">
    <xsl:call-template name="fields"/>
    <xsl:if test="not(ends-with(normalize-space(), '.'))">".", </xsl:if>
  </xsl:template>
  <xsl:template mode="inline" match="cit | respStmt">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">sp, </xsl:if>
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:for-each>
  </xsl:template>
  <!-- The figures of notes that are called at one place stand apart. -->
  <xsl:template mode="inline" match="noteGrp">
    <xsl:for-each select="note | noteGrp">
      <xsl:if test="position() gt 1">"&#x2009;", </xsl:if>
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:for-each>
  </xsl:template>

  <!-- ## Elements that print as their text -->

  <!-- One template looks them up: a match pattern for each is tried at every node, and took most of the time. -->
  <xsl:variable name="transparent" as="xs:string" select="'
      ab abbr add addName address addrLine affiliation am argument author authority bibl biblScope bloc
      byline c catchwords cell cit citedRange cl closer corr country damage date dateline depth desc dim
      distinct distributor district div docAuthor docDate docEdition docImprint docTitle edition editor email
      epigraph eventName ex expan explicit extent figDesc forename formula funder g genName geo geogFeat
      geogName gloss head headItem headLabel height heraldry idno imprimatur incipit item l label lem lg line
      list listApp listBibl listWit locus m material measure measureGrp meeting mod name nameLink num
      objectName objectType offset opener orgName orig origDate origPlace p pc phr placeName postBox postCode
      postscript principal publisher pubPlace quote rdgGrp reg region resp restore retrace rhyme roleName row
      rs s said salute secFol seg series settlement sic signatures signed sourceDoc sponsor stamp street
      subst surface surfaceGrp surname table term textLang time titlePart trailer unit w watermark width wit
      witDetail witness zone '"/>

  <!-- Marks of places, bindings between places, and what the writer's page has beside his text. -->
  <xsl:variable name="silent" as="xs:string" select="'
      addSpan anchor catRef cb certainty damageSpan delSpan divGen facsimile fw gb handShift index interp
      interpGrp join joinGrp lacunaEnd lacunaStart link linkGrp listTranspose metamark milestone pb precision
      redo respons space span spanGrp standOff substJoin teiHeader transpose undo witEnd witStart '"/>

  <!-- Metadata, where the text holds some: in fields, or in words. -->
  <xsl:variable name="metadata" as="xs:string" select="'
      abstract accMat acquisition activity additional additions adminInfo age altIdentifier appInfo
      application availability biblFull binding bindingDesc birth calendar calendarDesc catDesc category
      change char charDecl classCode classDecl collation collection colophon condition correction
      correspAction correspContext correspDesc creation custEvent custodialHist death decoDesc decoNote
      editionStmt editorialDecl education encodingDesc event faith fileDesc filiation finalRubric floruit
      foliation gender glyph handDesc handNote handNotes history hyphenation institution interpretation
      keywords language langUsage layout layoutDesc licence listChange listEvent listNym listOrg listPerson
      listPlace listPrefixDef listRelation locale localProp location mapping msContents msDesc msFrag
      msIdentifier msItem msName msPart namespace nationality normalization notesStmt nym objectDesc
      occupation org origin particDesc person personGrp physDesc place prefixDef profileDesc projectDesc
      provenance publicationStmt punctuation quotation recordHist refsDecl relation rendition repository
      residence revisionDesc rubric samplingDecl scriptDesc scriptNote seal sealDesc segmentation seriesStmt
      setting settingDesc sex source sourceDesc state stdVals summary support supportDesc surrogates tagsDecl
      tagUsage taxonomy textClass titleStmt trait typeDesc typeNote unicodeProp variantEncoding '"/>

  <!-- Those that have templates of their own. -->
  <xsl:variable name="marked" as="xs:string" select="'
      analytic app biblStruct binaryObject caesura choice cit del dimensions emph figure foreign gap graphic
      hi imprint lb locusGrp media mentioned monogr notatedMusic note noteGrp persName ptr q rdg ref
      relatedItem respStmt secl soCalled supplied surplus title unclear '"/>

  <xsl:function name="p:is-one-of" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="names" as="xs:string"/>
    <xsl:sequence select="contains($names, ' ' || local-name($element) || ' ') and namespace-uri($element) = 'http://www.tei-c.org/ns/1.0'"/>
  </xsl:function>

  <!-- What is not known is set as text too, and reported: nothing is dropped. -->
  <xsl:template mode="inline" match="*">
    <xsl:choose>
      <xsl:when test="p:is-one-of(., $transparent)">
        <xsl:if test="@ref"><xsl:sequence select="p:named(.)"/></xsl:if>
        <xsl:call-template name="content"/>
      </xsl:when>
      <xsl:when test="p:is-one-of(., $silent)"/>
      <xsl:when test="p:is-one-of(., $metadata)">
        <xsl:choose>
          <xsl:when test="empty(text()[normalize-space()])"><xsl:call-template name="fields"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="content"/></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="report-unknown"/>
        <xsl:call-template name="content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="report-unknown">
    <xsl:message><unknown-element xmlns="" name="{name()}" path="{path()}"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
