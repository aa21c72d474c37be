<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of names: each with what the register says, and links to where it stands. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- One list, parted by the letters that its names begin with. -->
  <xsl:template match="list[@type = 'index']">
    <xsl:for-each-group select="item" group-adjacent="upper-case(substring(term, 1, 1))">
      <section class="index-letter" aria-label="{current-grouping-key()}">
        <h2 aria-hidden="true"><xsl:value-of select="current-grouping-key()"/></h2>
        <ul role="list" class="index">
          <xsl:apply-templates select="current-group()" mode="index"/>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="item" mode="index">
    <li id="entry-{f:fragment(term/@ref)}">
      <span class="entry-name"><xsl:value-of select="term"/></span>
      <xsl:if test="gloss"><xsl:text> </xsl:text><span class="entry-note"><xsl:value-of select="gloss"/></span></xsl:if>
      <xsl:call-template name="index-places">
        <xsl:with-param name="places" select="ref[@type = 'named']"/>
        <xsl:with-param name="words" select="'Named in'"/>
      </xsl:call-template>
      <xsl:call-template name="index-places">
        <xsl:with-param name="places" select="ref[@type = 'from']"/>
        <xsl:with-param name="words" select="'Messages from'"/>
      </xsl:call-template>
      <xsl:call-template name="index-places">
        <xsl:with-param name="places" select="ref[@type = 'to']"/>
        <xsl:with-param name="words" select="'Messages to'"/>
      </xsl:call-template>
    </li>
  </xsl:template>

  <xsl:template name="index-places">
    <xsl:param name="places" as="element(ref)*"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="exists($places)">
      <xsl:text> </xsl:text>
      <span class="entry-places">
        <xsl:value-of select="$words || ' '"/>
        <xsl:for-each select="$places">
          <xsl:if test="position() > 1">, </xsl:if>
          <a href="{f:indexed(@target)}"><xsl:value-of select="f:title-case(.)"/></a>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- "letters/a.xml#x" leads to the page of the document, "#foreword#x" to that of the part. -->
  <xsl:function name="f:indexed" as="xs:string">
    <xsl:param name="target" as="item()"/>
    <xsl:variable name="parts" select="tokenize($target, '#')"/>
    <xsl:sequence select="
      if ($parts[1] eq '') then $root || $parts[2] || '/index.html#' || f:name-id($parts[3])
      else string-join((f:href($parts[1]), $parts[2] ! f:name-id(.)), '#')"/>
  </xsl:function>
</xsl:stylesheet>
