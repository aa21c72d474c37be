<?xml version="1.0" encoding="UTF-8"?>
<!-- The volume round its documents: title leaves, contents, front matter, notes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:import href="modules/strings.xsl"/>
  <xsl:import href="modules/inline.xsl"/>
  <xsl:import href="modules/blocks.xsl"/>
  <xsl:import href="modules/pictures.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The date that the PDF bears. PDF/A asks for one, and a clock's would make two copies differ. -->
  <xsl:param name="date" as="xs:string" select="'1970-01-01'"/>
  <!-- Whether only the documents are set, and the end notes that they call: a proof. -->
  <xsl:param name="proof" as="xs:string" select="'no'"/>

  <xsl:variable name="title-statement" select="/TEI/teiHeader/fileDesc/titleStmt"/>
  <xsl:variable name="title-page" select="/TEI/text/front/titlePage[1]"/>
  <xsl:variable name="main-title" select="p:plain(($title-page//titlePart[@type = 'main'], $title-page//titlePart, $title-statement/title)[1]/node())"/>
  <xsl:variable name="volume-title" select="p:plain(($title-page//titlePart[@type = 'volume'], $title-statement/title[@type = 'volume'])[1]/node())"/>

  <xsl:template match="/">
    <xsl:text>#import "press.typ": *&#xA;#import "documents.typ": documents&#xA;#show: volume.with(</xsl:text>
    <xsl:variable name="names" select="$title-statement/title[not(@type) or @type = ('main', 'volume')]"/>
    <xsl:sequence select="'title: ' || p:string(string-join(($names ! p:plain(node())), '. ')) || ', '"/>
    <xsl:sequence select="'authors: ' || p:strings(($title-statement/(author | editor)/p:plain(node()), $title-statement/respStmt[1]/(orgName | persName | name)[1]/p:plain(node()))) || ', '"/>
    <xsl:for-each select="$title-statement/title[@type = 'sub'][1]">
      <xsl:sequence select="'description: ' || p:string(p:plain(node())) || ', '"/>
    </xsl:for-each>
    <xsl:sequence select="'keywords: ' || p:strings(/TEI/teiHeader/profileDesc/textClass//term/p:plain(node())) || ', '"/>
    <xsl:for-each select="xs:date($date)">
      <xsl:value-of separator="" select="'date: datetime(year: ', year-from-date(.), ', month: ', month-from-date(.), ', day: ', day-from-date(.), '), '"/>
    </xsl:for-each>
    <xsl:for-each select="(TEI/text/@xml:lang, TEI/@xml:lang, TEI/teiHeader/profileDesc/langUsage/language/@ident)[1] ! lower-case(substring-before(. || '-', '-'))[matches(., '^[a-z]{2,3}$')]">
      <xsl:sequence select="'lang: ' || p:string(.) || ', '"/>
    </xsl:for-each>
    <xsl:sequence select="'short-title: ' || p:string(
        if ($title-statement/title[@type = 'short']) then p:plain($title-statement/title[@type = 'short'][1]/node())
        else string-join(($main-title, $volume-title)[. != ''], ', '))"/>
    <xsl:text>)&#xA;#{&#xA;</xsl:text>
    <xsl:if test="not($footnotes = ('', 'labelled'))">
      <xsl:sequence select="'set footnote(numbering: ' || p:string($footnotes) || ')&#xA;'"/>
    </xsl:if>

    <xsl:choose>
      <xsl:when test="$proof = 'yes'"><xsl:call-template name="proof"/></xsl:when>
      <xsl:otherwise><xsl:call-template name="whole"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text>}&#xA;</xsl:text>
  </xsl:template>

  <xsl:template name="whole">
    <xsl:sequence select="'half-title(' || p:string($main-title) || ', ' || p:string($volume-title) || ')&#xA;'"/>
    <xsl:apply-templates select="$title-page" mode="part"/>
    <xsl:apply-templates select="TEI/text/front/node() except $title-page" mode="part"/>
    <xsl:if test="empty(TEI/text/front//divGen[@type = 'contents'])">contents("Contents")&#xA;</xsl:if>
    <xsl:apply-templates select="TEI/text/body/node()" mode="part"/>
    <xsl:if test="empty(TEI/text/body//(list | div)[@type = 'documents'])">documents()&#xA;</xsl:if>
    <xsl:apply-templates select="TEI/text/back/node()" mode="part"/>
  </xsl:template>

  <xsl:template name="proof">
    <xsl:text>documents()&#xA;</xsl:text>
    <xsl:for-each select="TEI/text/back//div[note[@type = 'endnote']]">
      <xsl:sequence select="'called-notes(' || p:string(p:plain(head[1]/node())) || ', '"/>
      <xsl:call-template name="end-notes"/>
      <xsl:text>)&#xA;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:mode name="part" on-no-match="shallow-skip"/>
  <xsl:template mode="part" match="text()[normalize-space()]"><xsl:call-template name="stray"/></xsl:template>
  <xsl:template name="stray"><xsl:sequence select="'para(' || p:string(normalize-space(.)) || ')&#xA;'"/></xsl:template>

  <xsl:template mode="part" match="back/processing-instruction('chancery-page')"><xsl:apply-templates mode="block" select="."/></xsl:template>

  <!-- ## Title leaves -->

  <xsl:template mode="part" match="titlePage">
    <xsl:text>title-page((&#xA;</xsl:text>
    <xsl:for-each select=".//titlePart | docImprint | docEdition | byline | docAuthor | epigraph">
      <xsl:variable name="kind" select="
          if (self::titlePart) then (@type, 'desc')[1]
          else if (self::docImprint) then 'imprint' else local-name()"/>
      <xsl:sequence select="'  (kind: ' || p:string($kind) || ', lines: ('"/>
      <xsl:call-template name="lines"/>
      <xsl:text>)),&#xA;</xsl:text>
    </xsl:for-each>
    <xsl:text>))&#xA;</xsl:text>
  </xsl:template>

  <xsl:template mode="part" match="div[@type = 'commission']">
    <xsl:text>title-verso(titles: (</xsl:text>
    <xsl:for-each select="head[1]"><xsl:call-template name="lines"/></xsl:for-each>
    <xsl:text>), {&#xA;</xsl:text>
    <xsl:call-template name="leaf-blocks"><xsl:with-param name="function" select="'centred'"/></xsl:call-template>
    <xsl:text>})&#xA;</xsl:text>
  </xsl:template>

  <!-- Leaves that are not listed. -->
  <xsl:template mode="part" match="div[@type = ('imprint', 'colophon')]">
    <xsl:sequence select="@type || '-leaf(' || p:string(p:plain(head[1]/node())) || ', {&#xA;'"/>
    <xsl:call-template name="leaf-blocks"><xsl:with-param name="function" select="'leaf-paragraph'"/></xsl:call-template>
    <xsl:text>})&#xA;</xsl:text>
  </xsl:template>

  <!-- What stands on a leaf below its heading. -->
  <xsl:template name="leaf-blocks">
    <xsl:param name="function" as="xs:string"/>
    <xsl:for-each select="node() except head[1]">
      <xsl:choose>
        <xsl:when test="self::p[not(p:has-blocks(.))]">
          <xsl:call-template name="paragraph"><xsl:with-param name="function" select="$function"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="block"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The lines of displayed matter: running text joined, parted at lb, wherever in it the lb stands. -->
  <xsl:template name="lines">
    <xsl:for-each-group select="node()" group-starting-with="lb">
      <xsl:variable name="line" select="current-group()[not(self::lb)]"/>
      <xsl:if test="exists($line[not(p:is-silent(.))])">
        <xsl:text>join(</xsl:text>
        <xsl:apply-templates select="$line" mode="inline">
          <xsl:with-param name="set" select="'displayed'" tunnel="yes"/>
        </xsl:apply-templates>
        <xsl:text>), </xsl:text>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:template>

  <!-- ## Parts -->

  <xsl:template mode="part" match="divGen[@type = 'contents']">
    <xsl:sequence select="'contents(' || p:string(if (head) then p:plain(head[1]/node()) else 'Contents') || ')&#xA;'"/>
  </xsl:template>

  <!-- How a part begins. Those behind the documents follow one another; each other part begins a right-hand page. -->
  <xsl:function name="p:part" as="xs:string">
    <xsl:param name="part" as="element(div)"/>
    <xsl:variable name="follows" select="exists($part/parent::back/$part/preceding-sibling::div)"/>
    <xsl:sequence select="'part(' || p:string(p:plain($part/head[1]/node())) || (if ($follows) then ', follows: true' else '')"/>
  </xsl:function>

  <xsl:template mode="part" match="div">
    <xsl:sequence select="p:part(.) || ', {&#xA;'"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="nodes" select="node() except head[1]"/>
      <xsl:with-param name="indent" select="false()"/>
    </xsl:call-template>
    <xsl:text>})&#xA;</xsl:text>
  </xsl:template>

  <xsl:template mode="part" match="div[@type = 'documents']" priority="2">
    <xsl:sequence select="p:part(.) || ', {&#xA;'"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="nodes" select="node() except (head[1], list[@type = 'documents'])"/>
      <xsl:with-param name="indent" select="false()"/>
    </xsl:call-template>
    <xsl:text>documents()&#xA;})&#xA;</xsl:text>
  </xsl:template>

  <xsl:template mode="part" match="div[note[@type = 'endnote']]" priority="2">
    <xsl:sequence select="p:part(.) || ', {&#xA;'"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="nodes" select="node() except (head[1], note[@type = 'endnote'])"/>
      <xsl:with-param name="indent" select="false()"/>
    </xsl:call-template>
    <xsl:if test="p">v(line)&#xA;</xsl:if>
    <xsl:text>end-notes(</xsl:text>
    <xsl:call-template name="end-notes"/>
    <xsl:text>)&#xA;})&#xA;</xsl:text>
  </xsl:template>

  <xsl:template name="end-notes">
    <xsl:text>(</xsl:text>
    <xsl:for-each select="note[@type = 'endnote']">
      <xsl:sequence select="'(' || p:string(@xml:id) || ', '"/>
      <xsl:text>join(</xsl:text>
      <xsl:call-template name="note-body"/>
      <xsl:text>)</xsl:text>
      <xsl:text>),&#xA;</xsl:text>
    </xsl:for-each>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <!-- What is looked up stands apart from what is said before it. -->
  <xsl:template mode="block" match="list[@type = 'non-extant'][preceding-sibling::p] | div[@type = 'emendations']/list[preceding-sibling::p]">
    <xsl:text>v(line)&#xA;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template mode="block" match="div[@type = 'emendations']/list/item">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'list-line'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="block" match="list[@type = 'non-extant']/item">
    <xsl:call-template name="paragraph"><xsl:with-param name="function" select="'register-entry'"/></xsl:call-template>
  </xsl:template>

  <xsl:template mode="part" match="div[list[@type = 'index']]" priority="2">
    <xsl:sequence select="p:part(.) || ', index-of-names((&#xA;'"/>
    <xsl:for-each select="list[@type = 'index']/item">
      <xsl:sequence select="'  (id: ' || p:string(p:fragment(term/@ref)) || ', heading: ' || p:string(string(term))
          || ', note: ' || p:string(string(gloss))
          || ', from: (' || string-join(ref[@type = 'from'] ! p:indexed-document(.)) || '), to: (' || string-join(ref[@type = 'to'] ! p:indexed-document(.)) || ')),&#xA;'"/>
    </xsl:for-each>
    <xsl:text>)))&#xA;</xsl:text>
  </xsl:template>

  <xsl:function name="p:indexed-document" as="xs:string">
    <xsl:param name="ref" as="element(ref)"/>
    <xsl:sequence select="'(id: ' || p:string(p:document($ref/@target)) || ', number: ' || (if ($ref/@n) then p:string($ref/@n) else 'none') || ', words: ' || p:string(string($ref)) || '), '"/>
  </xsl:function>

  <xsl:template mode="part" match="*">
    <xsl:apply-templates select="." mode="block"/>
  </xsl:template>
</xsl:stylesheet>
