<?xml version="1.0" encoding="UTF-8"?>
<!--
  The reading text in HTML: a place for each element of the table.

  An element that has none here is shown as text, and reported by a message. HTML is made of elements that are named
  in these stylesheets only; whatever the TEI holds comes out as text, or as the value of an attribute named here.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode on-no-match="text-only-copy" use-accumulators="#all"/>

  <xsl:template match="comment() | processing-instruction()"/>

  <!--
    Elements that differ in their class alone are looked up by their names: SaxonJS tries a pattern for each of them at
    every node.
  -->
  <xsl:variable name="blocks" as="xs:string" select="'
      back body docTitle epigraph figure floatingText front group lg listApp listWit sourceDoc surface
      surfaceGrp TEI text titlePage zone '"/>
  <xsl:variable name="phrases" as="xs:string" select="'
      abbr addName affiliation am author authority bibl biblScope bloc c catchwords cit citedRange cl
      classCode corr country damage decoNote depth desc dim distinct distributor district docAuthor docDate
      edition editor email eventName ex expan explicit extent forename funder g genName geo geogFeat geogName
      gloss headItem headLabel height heraldry idno incipit language lem locus m material measure measureGrp
      meeting mod name nameLink num objectName objectType offset orgName orig origDate origPlace pc phr
      postBox postCode principal publisher pubPlace q rdg rdgGrp reg region resp restore retrace rhyme
      roleName rs s said secFol seg series settlement sic signatures sponsor stamp street surname textLang
      time unit w watermark width wit witDetail '"/>
  <!-- Marks of places, bindings between places, and what the writer's page has beside his text. -->
  <xsl:variable name="silent" as="xs:string" select="'
      addSpan anchor catRef certainty damageSpan delSpan facsimile fw gb handShift index interp interpGrp
      join joinGrp lacunaEnd lacunaStart link linkGrp listTranspose metamark precision redo respons span
      spanGrp standOff substJoin transpose undo witEnd witStart '"/>
  <!-- Metadata, where a part of the header is shown: chapter 2. -->
  <xsl:variable name="metadata" as="xs:string" select="'
      abstract accMat acquisition activity additional additions adminInfo age altIdentifier appInfo
      application availability biblFull binding bindingDesc birth calendar calendarDesc catDesc category
      change char charDecl classDecl collation collection colophon condition correction correspAction
      correspContext correspDesc creation custEvent custodialHist death decoDesc editionStmt editorialDecl
      education encodingDesc event faith fileDesc filiation finalRubric floruit foliation gender glyph
      handDesc handNote handNotes history hyphenation institution interpretation keywords langUsage layout
      layoutDesc licence listBibl listChange listEvent listNym listOrg listPerson listPlace listPrefixDef
      listRelation locale localProp location mapping msContents msDesc msFrag msIdentifier msItem msName
      msPart namespace nationality normalization notesStmt nym objectDesc occupation org origin particDesc
      person personGrp physDesc place prefixDef profileDesc projectDesc provenance publicationStmt
      punctuation quotation recordHist refsDecl relation rendition repository residence revisionDesc rubric
      samplingDecl scriptDesc scriptNote seal sealDesc segmentation seriesStmt setting settingDesc sex source
      sourceDesc state stdVals summary support supportDesc surrogates tagsDecl tagUsage taxonomy teiHeader
      textClass titleStmt trait typeDesc typeNote unicodeProp variantEncoding '"/>

  <xsl:template match="*" priority="-1">
    <xsl:variable name="name" select="' ' || local-name() || ' '"/>
    <xsl:choose>
      <xsl:when test="namespace-uri() != 'http://www.tei-c.org/ns/1.0'"><xsl:call-template name="unknown"/></xsl:when>
      <xsl:when test="contains($phrases, $name)"><xsl:call-template name="inline"/></xsl:when>
      <xsl:when test="contains($blocks, $name)"><xsl:call-template name="block"/></xsl:when>
      <xsl:when test="contains($silent, $name)"/>
      <xsl:when test="contains($metadata, $name)">
        <xsl:call-template name="metadata"/>
      </xsl:when>
      <xsl:otherwise><xsl:call-template name="unknown"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!--
    What says its words in fields has them parted by commas; in running text, and where each of its fields is words, it is
    a part of the line.
  -->
  <xsl:template name="metadata">
    <xsl:param name="in-line" as="xs:boolean" tunnel="yes" select="exists((ancestor::p, ancestor::bibl, ancestor::biblStruct, ancestor::head, ancestor::cell, ancestor::item))"/>
    <xsl:variable name="fields" select="empty(text()[normalize-space()]) and ($in-line or empty(*/*[not(self::geo or self::label)] | p | head))"/>
    <xsl:element name="{if ($in-line) then 'span' else 'div'}">
      <xsl:attribute name="class" select="'meta ' || local-name()"/>
      <xsl:call-template name="language"/>
      <xsl:choose>
        <xsl:when test="$fields">
          <xsl:call-template name="fields"><xsl:with-param name="in-line" tunnel="yes" select="true()"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates/></xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- The children that show something, parted by commas. -->
  <xsl:template name="fields">
    <xsl:for-each select="*[not(contains($silent, ' ' || local-name() || ' '))][normalize-space() or self::graphic or self::media or self::ptr or self::gap]">
      <xsl:if test="position() > 1">, </xsl:if>
      <xsl:apply-templates select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="unknown">
    <xsl:message><unknown-element xmlns="" name="{name()}" path="{path(.)}" of="{f:file(.)}"/></xsl:message>
    <span class="unknown"><xsl:call-template name="language"/><xsl:apply-templates/></span>
  </xsl:template>

  <!-- lang and dir, where the element says its language. -->
  <xsl:template name="language">
    <xsl:if test="@xml:lang">
      <xsl:variable name="tag" select="f:language(@xml:lang)"/>
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:if test="f:direction($tag)"><xsl:attribute name="dir" select="f:direction($tag)"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <!--
    Classes for the words of @rend that the style sheet knows; other words change nothing. Templates ask for @rend
    first: calls and computed element names cost more than all else in a page.
  -->
  <xsl:function name="f:classes" as="xs:string">
    <xsl:param name="own" as="xs:string*"/>
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(
      ($own, tokenize($element/@rend)[. = ('italic', 'bold', 'smallcaps', 'allcaps', 'underline', 'superscript',
      'subscript', 'spaced', 'center', 'right', 'left', 'indent', 'strikethrough', 'roman')] ! ('r-' || .)), ' ')"/>
  </xsl:function>

  <!-- Structure: TEI P5 chapter 4 ______________________________________________________________________________ -->

  <xsl:template match="opener | closer | postscript | argument[*] | cit[quote]" name="block">
    <div class="{if (@rend) then f:classes(local-name(), .) else local-name()}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></div>
  </xsl:template>
  <xsl:template match="div">
    <section class="{if (@rend) then f:classes('div', .) else 'div'}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></section>
  </xsl:template>
  <xsl:template match="divGen"><div class="divGen"/></xsl:template>

  <!--
    A paragraph of TEI may hold lists, quotations and tables; one of HTML may not (HTML Living Standard, 4.4.1), and a
    browser would end it there. Then it is a div.
  -->
  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/descendant::*[self::p or self::list or self::quote or self::lg or self::l or self::table
        or self::figure or self::ab or self::address or self::listBibl])
      or $element/opener or $element/closer or $element/signed or $element/div"/>
  </xsl:function>
  <xsl:template match="p | ab | salute | signed | dateline | byline | trailer | l | addrLine | docImprint | titlePart
      | argument | label | figDesc | docEdition | imprimatur | witness | line">
    <xsl:choose>
      <xsl:when test="* and f:has-blocks(.)">
        <div class="{if (@rend) then f:classes(local-name(), .) else local-name()}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></div>
      </xsl:when>
      <xsl:otherwise>
        <p class="{if (@rend) then f:classes(local-name(), .) else local-name()}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An address has each of its parts on a line of its own. -->
  <xsl:template match="address">
    <div class="{if (@rend) then f:classes('address', .) else 'address'}">
      <xsl:call-template name="language"/>
      <xsl:for-each select="*[not(contains($silent, ' ' || local-name() || ' '))]">
        <xsl:choose>
          <xsl:when test="self::addrLine"><xsl:apply-templates select="."/></xsl:when>
          <xsl:otherwise><p class="addrLine"><xsl:apply-templates select="."/></p></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- Within running text the same elements are part of the line. -->
  <xsl:template match="availability//p | state/label | trait/label | event/label | p//label | p//dateline | p//signed | p//salute | p//address | p//addrLine" priority="1">
    <xsl:call-template name="inline"/>
  </xsl:template>

  <xsl:template match="quote">
    <blockquote class="{if (@rend) then f:classes('quote', .) else 'quote'}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></blockquote>
  </xsl:template>
  <xsl:template match="p/quote[not(p | lg | list | ab)] | quote[ancestor::persName or ancestor::hi or ancestor::item/p]">
    <xsl:call-template name="inline"/>
  </xsl:template>

  <xsl:template match="list">
    <div>
      <xsl:attribute name="class" select="f:classes(('list', @type[matches(., '^[a-z-]+$')] ! ('list-' || .)), .)"/>
      <xsl:call-template name="language"/>
      <xsl:apply-templates select="head"/>
      <ul role="list">
        <xsl:apply-templates select="* except head" mode="item"/>
      </ul>
    </div>
  </xsl:template>
  <xsl:template match="item | headItem" mode="item">
    <li>
      <xsl:if test="self::headItem"><xsl:attribute name="class" select="'list-head'"/></xsl:if>
      <!-- A message that was not found is referred to as a letter is. -->
      <xsl:if test="@xml:id and parent::list/@type = 'non-extant'"><xsl:attribute name="id" select="f:message-id(@xml:id)"/></xsl:if>
      <xsl:if test="@xml:id and parent::list/@type = 'notes'"><xsl:attribute name="id" select="'listed-' || @xml:id"/></xsl:if>
      <xsl:call-template name="language"/>
      <xsl:for-each select="preceding-sibling::*[1][self::label or self::headLabel]">
        <span class="label"><xsl:apply-templates/></span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates/>
    </li>
  </xsl:template>
  <xsl:template match="label[following-sibling::*[1][self::item]] | headLabel[following-sibling::*[1][self::headItem]]" mode="item"/>
  <xsl:template match="*" mode="item"><li><xsl:apply-templates select="."/></li></xsl:template>
  <xsl:template match="item"><div class="item"><xsl:apply-templates/></div></xsl:template>

  <xsl:template match="table">
    <!-- One that is wider than the screen is moved by the arrow keys, which need it to have the focus. -->
    <div class="table" role="group" tabindex="0" aria-label="{string-join(('Table', f:plain(head[1])[. ne '']), ': ')}">
      <xsl:apply-templates select="head"/>
      <table>
        <xsl:call-template name="language"/>
        <xsl:apply-templates select="* except head"/>
      </table>
    </div>
  </xsl:template>
  <xsl:template match="row"><tr><xsl:apply-templates/></tr></xsl:template>
  <xsl:template match="cell">
    <xsl:element name="{if ((@role, ../@role) = 'label' and normalize-space()) then 'th' else 'td'}">
      <xsl:if test="@cols[. castable as xs:positiveInteger]"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
      <xsl:if test="@rows[. castable as xs:positiveInteger]"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
      <xsl:call-template name="language"/>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <!-- Names, dates, references: chapters 3.6, 3.7, 14 __________________________________________________________ -->

  <!-- The index leads to names by their identifiers. -->
  <xsl:template match="persName">
    <span class="{if (@rend) then f:classes('person', .) else 'person'}"><xsl:if test="@xml:id"><xsl:attribute name="id" select="f:name-id(@xml:id)"/></xsl:if><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="placeName">
    <span class="{if (@rend) then f:classes('place', .) else 'place'}"><xsl:if test="@xml:id"><xsl:attribute name="id" select="f:name-id(@xml:id)"/></xsl:if><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template name="inline">
    <span class="{if (@rend) then f:classes(local-name(), .) else local-name()}"><xsl:if test="@ref and @xml:id"><xsl:attribute name="id" select="f:name-id(@xml:id)"/></xsl:if><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span>
  </xsl:template>
  <xsl:template match="date">
    <xsl:choose>
      <xsl:when test="@when[f:is-day(.) or . castable as xs:gYearMonth or matches(., '^\d{4}$')]">
        <time datetime="{@when}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></time>
      </xsl:when>
      <xsl:otherwise><span class="date"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="title"><span class="title"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span></xsl:template>
  <xsl:template match="title[@level = ('a', 'u')]">“<xsl:call-template name="inline"/>”</xsl:template>
  <xsl:template match="title[@level = ('m', 'j', 's')]"><cite><xsl:call-template name="slant"/><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></cite></xsl:template>

  <!-- A link leads to a page of this edition or to the open web by http or mail; any other pointer is text. -->
  <xsl:template match="ref">
    <xsl:variable name="href" select="f:href(@target)"/>
    <xsl:choose>
      <xsl:when test="$href and empty(descendant::ptr | descendant::note | descendant::ref)">
        <a href="{$href}"><xsl:call-template name="language"/><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise>
        <span class="ref"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- The figure of a note that the document lists itself (listed-notes.ts). -->
  <xsl:template match="ref[@type = 'listed-note']" priority="1"><a class="to-note" href="#listed-{f:fragment(@target)}" role="doc-noteref"><xsl:apply-templates/></a></xsl:template>
  <!-- A reference without words of its own is named by what it leads to. -->
  <xsl:template match="ptr | ref[empty(node())]">
    <xsl:variable name="href" select="f:href(@target)"/>
    <xsl:variable name="entry" select="f:entry(@target)"/>
    <xsl:variable name="words" select="if ($entry) then ($entry/@number[. ne ''], $entry/@title)[1]/string() else string(@target)"/>
    <xsl:choose>
      <xsl:when test="$href"><a href="{$href}"><xsl:value-of select="$words"/></a></xsl:when>
      <!-- A place within the document has no words that would lead a reader there. -->
      <xsl:when test="empty($entry) and starts-with(@target, '#')"/>
      <xsl:otherwise><span class="ref"><xsl:value-of select="$words"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Appearance: chapter 3.3 ___________________________________________________________________________________ -->

  <xsl:template match="hi">
    <span class="{if (@rend) then f:classes('hi', .) else 'hi r-italic'}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></span>
  </xsl:template>
  <!-- What stands out within italic is roman, as in print. One passage that is marked twice is italic once. -->
  <xsl:function name="f:is-upright" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="around" select="$element/ancestor::*[self::emph or self::foreign or self::term or self::mentioned
      or self::title[@level = ('m', 'j', 's')] or self::hi[not(@rend) or tokenize(@rend) = 'italic']]"/>
    <xsl:variable name="note" select="if ($around) then $element/ancestor::note[1] else ()"/>
    <xsl:sequence select="count($around[empty($note) or . >> $note][normalize-space() ne normalize-space($element)]) mod 2 eq 1"/>
  </xsl:function>
  <xsl:template name="slant"><xsl:if test="f:is-upright(.)"><xsl:attribute name="class" select="'r-roman'"/></xsl:if></xsl:template>
  <xsl:template match="emph"><em><xsl:call-template name="slant"/><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></em></xsl:template>
  <xsl:template match="soCalled">‘<xsl:call-template name="inline"/>’</xsl:template>
  <xsl:template match="foreign | term | mentioned"><i class="{local-name(), 'r-roman'[f:is-upright(current())]}"><xsl:if test="@xml:lang"><xsl:call-template name="language"/></xsl:if><xsl:apply-templates/></i></xsl:template>
  <!-- The space keeps words apart where the style sheet sets the lines on. -->
  <xsl:template match="lb"><xsl:if test="not(@break = 'no')"><xsl:text> </xsl:text></xsl:if><br/></xsl:template>
  <xsl:template match="cb"><span class="cb">|</span></xsl:template>

  <!-- Formulae stand in the notation that they are written in. -->
  <xsl:template match="formula"><span class="formula"><xsl:value-of select="."/></span></xsl:template>

  <!-- A list of books has each of its entries on lines of its own. -->
  <xsl:template match="listBibl[not(ancestor::head or ancestor::bibl or ancestor::biblStruct)]">
    <div class="listBibl">
      <xsl:call-template name="language"/>
      <xsl:for-each select="*[not(contains($silent, ' ' || local-name() || ' '))]">
        <xsl:choose>
          <xsl:when test="self::bibl or self::biblStruct or self::biblFull">
            <xsl:element name="{if (* and f:has-blocks(.)) then 'div' else 'p'}">
              <xsl:attribute name="class" select="'entry'"/>
              <xsl:apply-templates select="."/>
              <xsl:if test="self::biblStruct and not(ends-with(normalize-space(), '.'))">.</xsl:if>
            </xsl:element>
          </xsl:when>
          <xsl:otherwise><xsl:apply-templates select="."/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- What is said in fields only is parted by commas. -->
  <xsl:template match="biblStruct | monogr | analytic | imprint | relatedItem | dimensions | locusGrp">
    <span class="{local-name()}"><xsl:call-template name="fields"/></span>
  </xsl:template>

  <xsl:template match="respStmt">
    <span class="respStmt">
      <xsl:for-each select="*">
        <xsl:if test="position() > 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:apply-templates select="."/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="milestone">
    <span class="milestone"/>
  </xsl:template>
  <xsl:template match="milestone[@rend = 'asterisks']">
    <xsl:element name="{if (parent::p or ancestor::hi) then 'span' else 'p'}">
      <xsl:attribute name="class" select="'asterism'"/>
      <xsl:text>* * *</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- Where a page of the copy begins in its document: the first of its number. -->
  <xsl:key name="pages" match="pb" use="@n"/>
  <xsl:function name="f:page-id" as="xs:string?">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="$break[matches(@n, '^[A-Za-z0-9.-]+$')][. is key('pages', @n, root())[1]]/('copy-page-' || @n)"/>
  </xsl:function>

  <!-- A page of the copy begins here. The margin says which; a reader by ear is told in the line: by the
       role of digital publishing, or where that is not known by the plain one it stands for. -->
  <xsl:template match="pb">
    <xsl:variable name="words" select="if (@n) then 'p. ' || @n else 'new page'"/>
    <span class="pb{' unnumbered'[not(current()/@n)]}"><xsl:if test="f:page-id(.)"><xsl:attribute name="id" select="f:page-id(.)"/></xsl:if><xsl:attribute name="role" select="'doc-pagebreak separator'"/><xsl:attribute name="aria-label" select="if (@n) then 'Page ' || @n else 'Page break'"/>
      <span class="pb-margin" aria-hidden="true"><xsl:value-of select="$words"/></span>
    </span>
  </xsl:template>
</xsl:stylesheet>
