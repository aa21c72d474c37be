<?xml version="1.0" encoding="UTF-8"?>
<!--
  The plan of the edition, out of the volume and the entries of its documents: the volume's titles, all pages in the
  order of reading, and the endnotes with their figures and the documents that call them. Pages are made from this.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:chancery:functions"
  xmlns:c="urn:chancery:calendar"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:key name="calls" match="c:call" use="@target"/>

  <xsl:template match="/" mode="calendar">
    <xsl:variable name="titles" select="*/teiHeader/fileDesc/titleStmt/title"/>
    <xsl:variable name="parts" select="*/text/front/titlePage//titlePart"/>
    <xsl:variable name="main" select="f:title-case(f:plain(($parts[@type = 'main'], $parts, $titles)[1]))"/>
    <xsl:variable name="volume" select="f:title-case(f:plain(($parts[@type = 'volume'], $titles[@type = 'volume'])[1]))"/>
    <c:calendar short="{string-join(($main, $volume)[. ne ''], ', ')}"
      title="{string-join((f:plain(($titles[@type = 'main'], $titles)[1]), f:plain($titles[@type = 'volume'][1]))[. ne ''], ', ')}"
      lang="{f:language((*/text/@xml:lang, */@xml:lang, */teiHeader/profileDesc/langUsage/language/@ident, 'en')[1])}">
      <xsl:variable name="pages" as="element()*">
        <xsl:if test="empty(*/text/front/divGen[@type = 'contents'])">
          <c:page slug="contents" type="" label="Contents" path=""/>
        </xsl:if>
        <xsl:apply-templates select="*/text/front/*" mode="page"/>
        <xsl:sequence select="$entries/*/*"/>
        <xsl:apply-templates select="*/text/back/*" mode="page"/>
      </xsl:variable>
      <!-- What every page repeats, apart, so that no page has to look through all the others for it. -->
      <c:frame>
        <xsl:for-each select="$pages[self::c:page][@slug = 'contents' or @type = ('foreword', 'preface', 'introduction', 'publishers-note', 'notes', 'non-extant', 'emendations', 'index')]">
          <c:link slug="{@slug}" type="{@type}" label="{@label}"/>
        </xsl:for-each>
        <!-- Pages of the edition's own, each at an address that no part of the volume has. -->
        <xsl:for-each select="$added/*/c:page">
          <c:link slug="{@slug}" of="{@of}" type="added" label="{@label}"/>
        </xsl:for-each>
        <xsl:for-each select="*/teiHeader/fileDesc/sourceDesc/bibl[1]">
          <c:foot><xsl:value-of select="'Copy-text: ' || f:plain(.)"/></c:foot>
        </xsl:for-each>
        <xsl:for-each select="*/teiHeader/fileDesc/publicationStmt/availability/p">
          <c:foot><xsl:value-of select="f:plain(.)"/></c:foot>
        </xsl:for-each>
      </c:frame>
      <!-- Each with its neighbours in the order of reading, which passes over what is in preparation. -->
      <xsl:variable name="made" select="$pages[not(@state)]"/>
      <xsl:variable name="places" select="map:merge(
        for $place in 1 to count($made) return map:entry($made[$place]/(@id, @slug)[1]/string(), $place))"/>
      <c:reading>
      <xsl:for-each select="$pages">
        <xsl:variable name="place" select="if (@state) then () else $places(string((@id, @slug)[1]))"/>
        <xsl:copy>
          <xsl:copy-of select="@*"/>
          <xsl:if test="$place gt 1"><xsl:attribute name="previous" select="$made[$place - 1]/(@id, @slug)[1]"/></xsl:if>
          <xsl:if test="$place lt count($made)"><xsl:attribute name="next" select="$made[$place + 1]/(@id, @slug)[1]"/></xsl:if>
        </xsl:copy>
      </xsl:for-each>
      </c:reading>
      <c:registered>
        <xsl:copy-of select="$added/*/c:registered"/>
      </c:registered>
      <c:notes>
      <xsl:for-each select="*/text/back/descendant::div[@type = 'notes']/note">
        <xsl:variable name="callers" select="key('calls', string(@xml:id), $entries)/.."/>
        <c:note id="{@xml:id}" figure="{(@n, string(position()))[1]}" callers="{count($callers)}">
          <xsl:for-each select="$callers">
            <c:called in="{@id}" words="{(@number[. ne ''], @title)[1]}"/>
          </xsl:for-each>
        </c:note>
      </xsl:for-each>
      </c:notes>
    </c:calendar>
  </xsl:template>

  <xsl:template match="div | divGen" mode="page">
    <xsl:variable name="heading" select="head[1]"/>
    <xsl:variable name="first" select="$heading/node()[not(preceding-sibling::lb or self::lb)]"/>
    <c:page slug="{if (self::divGen) then 'contents' else (@xml:id, @type)[1]}" type="{@type}"
      label="{(f:title-case(f:plain($first))[. ne ''], 'Contents'[current()/self::divGen], f:title-case(translate((@type, @xml:id, 'Text')[1], '-', ' ')) ! (upper-case(substring(., 1, 1)) || substring(., 2)))[1]}"
      path="{path(.)}"/>
  </xsl:template>
  <xsl:template match="*" mode="page"/>
</xsl:stylesheet>
